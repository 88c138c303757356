package dev.serdab.signingkey;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import dev.serdab.sealing.Seal;
import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys, opened once at the start; a wrong master key is told then, not at the first
 * token.
 */
@Component
public class SigningKeys {

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;
    private final List<SigningKey> keys;

    SigningKeys(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
        for (var algorithm : Algorithm.values()) {
            makeFirst(algorithm);
        }
        this.keys = load();
    }

    /** The public halves, as the JWK Set document shows them (RFC 7517 §5). */
    public JWKSet published() {
        return new JWKSet(keys.stream().map(SigningKey::publicJwk).toList());
    }

    /** The key that signs with this algorithm now. */
    SigningKey current(Algorithm algorithm) {
        return keys.stream()
                .filter(key -> key.algorithm() == algorithm)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key for " + algorithm));
    }

    /** The key of this name, to verify with. */
    Optional<SigningKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    private void makeFirst(Algorithm algorithm) {
        boolean exists =
                db.sql("select count(*) from signing_key where algorithm = ?")
                                .param(algorithm.name())
                                .query(Integer.class)
                                .single()
                        > 0;
        if (exists) {
            return;
        }
        var jwk = algorithm.generate();
        var sealed =
                seal.close(jwk.toJSONString().getBytes(StandardCharsets.UTF_8), jwk.getKeyID());
        try {
            db.sql(
                            """
                            insert into signing_key (kid, algorithm, generation, public_jwk, sealed_jwk, created_at)
                            values (?, ?, 1, ?, ?, ?)\
                            """)
                    .params(
                            jwk.getKeyID(),
                            algorithm.name(),
                            jwk.toPublicJWK().toJSONString(),
                            sealed,
                            SqlTime.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another node was quicker; its key is loaded next.
        }
    }

    /** Newest first within an algorithm. */
    private List<SigningKey> load() {
        return db.sql(
                        "select kid, algorithm, sealed_jwk from signing_key order by algorithm, generation desc")
                .query((row, number) ->
                        SigningKey.of(
                                Algorithm.valueOf(row.getString("algorithm")),
                                parse(seal.open(row.getBytes("sealed_jwk"), row.getString("kid")))))
                .list();
    }

    private static JWK parse(byte[] json) {
        try {
            return JWK.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("a stored key is not a JWK", e);
        }
    }
}
