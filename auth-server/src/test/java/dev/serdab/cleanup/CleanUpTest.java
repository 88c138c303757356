package dev.serdab.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Operator;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

/** What has ended is deleted, by any number of nodes at once. */
class CleanUpTest extends ProtocolTest {

    /**
     * What ends but does not grow: a client has one secret, and another one while it changes. And
     * what takes its client with it, which a job of its own looks at.
     */
    private static final Set<String> FEW = Set.of("oauth_client_secret", "client_document");

    private static final String TABLE = "{table=\"rate_limit\"}";
    private static final String DELETED = "serdab_cleanup_deleted_rows_total" + TABLE;
    private static final String OVERDUE = "serdab_cleanup_overdue_seconds" + TABLE;

    @Autowired CleanUp cleanUp;
    @Autowired List<ExpiringTable> tables;
    @Autowired TransactionTemplate transaction;
    @Autowired DataSource source;

    private Operator operator;

    @BeforeEach
    void someoneWatches(@Autowired Environment environment) {
        operator = Operator.of(environment);
    }

    @Test
    void everyBatchGoesAndWhatStillCountsStays() {
        ended(2500);
        standing(3);

        cleanUp.run();

        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void manyAtOnceDeleteEachRowOnce() {
        cleanUp.run();
        double before = operator.metric(DELETED);
        ended(5000);

        AtOnce.call(
                4,
                () -> {
                    cleanUp.run();
                    return true;
                });
        // What one left to another that then had enough is the next run's.
        cleanUp.run();

        assertThat(rows()).isZero();
        assertThat(operator.metric(DELETED) - before).isEqualTo(5000);
    }

    @Test
    void operatorsSeeWhatIsLeftAndHowOldItIs() {
        assertThat(operator.metric(OVERDUE)).isZero();
        ended(1);
        clock.pass(Duration.ofMinutes(10));

        assertThat(operator.metric(OVERDUE)).isBetween(10 * 60.0, 12 * 60.0);

        cleanUp.run();
        assertThat(operator.metric(OVERDUE)).isZero();
    }

    @Test
    void everyColumnThatSaysWhenARowMayGoIsObeyedAndIndexed() throws SQLException {
        var columns =
                database.sql()
                        .sql(
                                """
                                select table_name, column_name from information_schema.columns
                                 where table_schema = 'public'
                                   and column_name in ('purge_at', 'ends_at', 'expires_at', 'window_ends_at')\
                                """)
                        .query((row, number) -> new Column(row.getString(1), row.getString(2)))
                        .list();
        var obeyed = tables.stream().map(ExpiringTable::table).toList();

        assertThat(columns)
                .filteredOn(column -> !FEW.contains(column.table()))
                .isNotEmpty()
                .extracting(Column::table)
                .isSubsetOf(obeyed);
        for (var table : tables) {
            assertThat(isIndexed(table.table(), table.endsAt()))
                    .as("an index on %s", table)
                    .isTrue();
        }
    }

    private record Column(String table, String name) {}

    /** Whether a look at the rows that ended first needs no sorting and no scan of all. */
    private boolean isIndexed(String table, String column) throws SQLException {
        try (var connection = source.getConnection();
                var indexes =
                        connection.getMetaData().getIndexInfo(null, "public", table, false, true)) {
            while (indexes.next()) {
                if (indexes.getInt("ORDINAL_POSITION") == 1
                        && column.equals(indexes.getString("COLUMN_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    void ended(int rows) {
        insert("ended", rows, Duration.ofMinutes(-1));
    }

    private void standing(int rows) {
        insert("standing", rows, Duration.ofHours(1));
    }

    private void insert(String name, int rows, Duration end) {
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < rows; i++) {
                database.sql()
                        .sql(
                                """
                                insert into rate_limit (key_hash, used, window_ends_at)
                                values (?, 1, ?)\
                                """)
                        .params(key(name, i), clock.instant().plus(end).atOffset(ZoneOffset.UTC))
                        .update();
            }
        });
    }

    static byte[] key(String name, int number) {
        return (name + number).getBytes(UTF_8);
    }

    int rows() {
        return database.sql().sql("select count(*) from rate_limit").query(Integer.class).single();
    }
}
