package dev.serdab.subject;

import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.Seal;
import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * What pairwise subjects are computed with: made at the first start, the same on all nodes, and
 * never changed, as every pairwise name would change with it.
 */
@Component
class SubjectSalt {

    private static final String LABEL = "subject-salt";

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;

    SubjectSalt(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
    }

    byte[] value() {
        var sealed = find().orElseGet(this::make);
        return seal.open(sealed, LABEL);
    }

    private byte[] make() {
        var salt = RandomSecret.base64Url().getBytes(StandardCharsets.US_ASCII);
        try {
            db.sql("insert into subject_salt (id, sealed_salt, created_at) values (1, ?, ?)")
                    .params(seal.close(salt, LABEL), SqlTime.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another node was quicker; its salt counts.
        }
        return find().orElseThrow();
    }

    private Optional<byte[]> find() {
        return db.sql("select sealed_salt from subject_salt")
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
