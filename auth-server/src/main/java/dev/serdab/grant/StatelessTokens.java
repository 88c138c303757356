package dev.serdab.grant;

import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.signingkey.JwtReader;
import dev.serdab.signingkey.OwnJwt;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of clients that speak for themselves, kept nowhere. One is alive while its signature is
 * ours, it has not expired, it was not given back, and its client's tokens were not all ended since
 * it was made.
 *
 * <p>A token says in itself that it is one. No other is ever judged by its signature: a row that is
 * gone does not come back to life.
 */
@Component
public class StatelessTokens {

    /** The claim that makes a token one of these: how often its client's were ended before. */
    public static final String GENERATION = "token_generation";

    private static final String TYPE = "at+jwt";

    private final JdbcClient db;
    private final Clock clock;
    private final JwtReader reader;

    StatelessTokens(JdbcClient db, Clock clock, JwtReader reader) {
        this.db = db;
        this.clock = clock;
        this.reader = reader;
    }

    /** Whether a token with this content says that it is one. */
    static boolean isOne(Map<String, Object> claims) {
        return claims.containsKey(GENERATION);
    }

    /** The token, if it is alive. */
    Optional<AccessToken> find(String value) {
        return reader.read(value, TYPE)
                .filter(jwt -> !jwt.isExpiredAt(clock.instant()))
                .flatMap(jwt -> token(TokenHash.of(value), jwt))
                .filter(this::isGood);
    }

    /** Takes one back. */
    void revoke(AccessToken token) {
        try {
            db.sql(
                            """
                            insert into revoked_token (hash, expires_at) select ?, ?
                             where not exists (select 1 from revoked_token where hash = ?)\
                            """)
                    .params(
                            token.hash().column(),
                            SqlTime.of(token.expiresAt()),
                            token.hash().column())
                    .update();
        } catch (DuplicateKeyException e) {
            // Given back twice at once.
        }
    }

    private boolean isGood(AccessToken token) {
        return token.claims().get(GENERATION) instanceof Number generation
                && db.sql(
                                        """
                                        select count(*) from oauth_client
                                         where client_id = ? and token_generation = ?
                                           and not exists (select 1 from revoked_token where hash = ?)\
                                        """)
                                .params(
                                        token.clientId(),
                                        generation.longValue(),
                                        token.hash().column())
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    private static Optional<AccessToken> token(TokenHash hash, OwnJwt jwt) {
        var clientId = jwt.text("client_id");
        var issuedAt = jwt.time("iat");
        var expiresAt = jwt.time("exp");
        if (clientId == null
                || !clientId.equals(jwt.text("sub"))
                || issuedAt == null
                || expiresAt == null) {
            return Optional.empty();
        }
        var scope = jwt.text("scope");
        return Optional.of(
                new AccessToken(
                        hash,
                        clientId,
                        null,
                        GrantRows.scopes(scope == null ? "" : scope),
                        issuedAt,
                        expiresAt,
                        jwt.claims()));
    }

    @Configuration(proxyBeanMethods = false)
    static class GivenBack {

        @Bean
        ExpiringTable endedRevocations() {
            return new ExpiringTable("revoked_token", "hash", "expires_at");
        }
    }
}
