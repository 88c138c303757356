package dev.serdab.signingkey;

import com.nimbusds.jose.jwk.JWK;

import dev.serdab.sealing.Seal;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of signing keys. Each change is one statement, so that two nodes may do the same. */
@Component
class KeyRows {

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;

    KeyRows(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
    }

    /** All of them, the highest generation of an algorithm first. */
    List<KeyRow> all() {
        return db
                .sql(
                        """
                        select kid, algorithm, generation, created_at, activates_at, retired_at, sealed_jwk
                          from signing_key order by generation desc, kid\
                        """)
                .query((row, number) -> {
                    var activatesAt = SqlTime.read(row, "activates_at");
                    var retiredAt = SqlTime.readIfAny(row, "retired_at");
                    var createdAt = SqlTime.read(row, "created_at");
                    var kid = row.getString("kid");
                    int generation = row.getInt("generation");
                    var sealed = ByteBuffer.wrap(row.getBytes("sealed_jwk"));
                    return Algorithm.of(row.getString("algorithm"))
                            .map(algorithm ->
                                    new KeyRow(
                                            kid,
                                            algorithm,
                                            generation,
                                            createdAt,
                                            activatesAt,
                                            retiredAt,
                                            sealed));
                })
                .list()
                .stream()
                .flatMap(Optional::stream) // What a newer server may have made is not ours.
                .toList();
    }

    /** The one of this name. */
    Optional<KeyRow> find(String kid) {
        return all().stream().filter(row -> row.kid().equals(kid)).findFirst();
    }

    /** Those of one algorithm. */
    List<KeyRow> of(Algorithm algorithm) {
        return all().stream().filter(row -> row.algorithm() == algorithm).toList();
    }

    /** Opens what is sealed. */
    JWK open(KeyRow row) {
        try {
            var json = seal.open(row.sealedJwk().array(), row.kid());
            return JWK.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("the stored key " + row.kid() + " is not a JWK", e);
        }
    }

    /**
     * Adds a key, unless somebody else was quicker with one of this generation or of this name.
     *
     * @param retiredAt {@code null} unless it shall never sign here
     * @return whether it is there by this call
     */
    boolean add(
            JWK jwk,
            Algorithm algorithm,
            int generation,
            Instant activatesAt,
            @Nullable Instant retiredAt) {
        try {
            db.sql(
                            """
                            insert into signing_key (kid, algorithm, generation, public_jwk, sealed_jwk,
                                                     created_at, activates_at, retired_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)\
                            """)
                    .params(jwk.getKeyID(), algorithm.jose(), generation)
                    .params(jwk.toPublicJWK().toJSONString(), sealed(jwk))
                    .params(SqlTime.of(clock.instant()), SqlTime.of(activatesAt))
                    .param(retiredAt == null ? null : SqlTime.of(retiredAt))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** A published key signs from now on. */
    boolean activate(KeyRow row) {
        var now = SqlTime.of(clock.instant());
        return db.sql(
                                """
                                update signing_key set activates_at = ?
                                 where kid = ? and activates_at > ? and retired_at is null\
                                """)
                        .params(now, row.kid(), now)
                        .update()
                == 1;
    }

    /** It does not sign from then on. */
    boolean retire(KeyRow row, Instant at) {
        return db.sql("update signing_key set retired_at = ? where kid = ? and retired_at is null")
                        .params(SqlTime.of(at), row.kid())
                        .update()
                == 1;
    }

    /** Forgets the private half. */
    boolean forgetPrivateHalf(KeyRow row) {
        return db.sql("update signing_key set sealed_jwk = ? where kid = ? and sealed_jwk = ?")
                        .params(sealed(open(row).toPublicJWK()), row.kid(), row.sealedJwk().array())
                        .update()
                == 1;
    }

    /** Deletes a key. */
    boolean delete(KeyRow row) {
        return db.sql("delete from signing_key where kid = ?").param(row.kid()).update() == 1;
    }

    private byte[] sealed(JWK jwk) {
        return seal.close(jwk.toJSONString().getBytes(StandardCharsets.UTF_8), jwk.getKeyID());
    }

    /** The generation after these. */
    static int next(List<KeyRow> rows) {
        return rows.stream().mapToInt(KeyRow::generation).max().orElse(0) + 1;
    }
}
