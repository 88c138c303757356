package dev.serdab.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.OnPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CleanUpOnPostgresTest extends CleanUpTest implements OnPostgres {

    @Test
    @Timeout(60)
    void rowsThatAnotherNodeIsDeletingAreLeftToIt() {
        ended(10);

        transaction.executeWithoutResult(_ -> {
            database.sql()
                    .sql("delete from rate_limit where key_hash in (?, ?, ?)")
                    .params(key("ended", 0), key("ended", 4), key("ended", 9))
                    .update();
            AtOnce.call(
                    1,
                    () -> {
                        cleanUp.run();
                        return rows();
                    });
            assertThat(rows()).isZero();
        });

        assertThat(rows()).isZero();
    }
}
