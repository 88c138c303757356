package dev.serdab.client;

import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Client assertions that were used, so that none is used again, on whatever node. */
@Component
class UsedAssertions {

    private final JdbcClient db;

    UsedAssertions(JdbcClient db) {
        this.db = db;
    }

    /**
     * Uses an assertion up. The primary key decides between two that come at once.
     *
     * @return whether it was not used before
     */
    boolean use(String clientId, ClientAssertion assertion) {
        try {
            db.sql("insert into used_client_assertion (hash, ends_at) values (?, ?)")
                    .params(
                            // No client_id has a space in it, so no two pairs look alike.
                            SecretHash.of(clientId + " " + assertion.id()),
                            SqlTime.of(assertion.endsAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
