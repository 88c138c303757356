package dev.serdab.grant;

import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What can become of a refresh token that is used: each is one conditional UPDATE, which decides
 * between those that come at once. Asking first and acting later would let both through.
 */
@Component
class RefreshTokenMoves {

    private static final int SIBLINGS = 3;

    /**
     * The grant stands, and until the transaction ends nobody takes it back. It is locked before
     * its token is, as by whoever deletes it with its tokens.
     */
    private static final String GRANT_STANDS =
            "grant_id = (select id from oauth_grant where id = ? and revoked_at is null for update)";

    private final JdbcClient db;
    private final Clock clock;
    private final TokenSettings settings;

    RefreshTokenMoves(JdbcClient db, Clock clock, TokenSettings settings) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    /** It is exchanged for the next, the first time. */
    boolean replace(RefreshToken token) {
        return db.sql(
                                """
                                update oauth_token set status = 'rotated', status_at = ?
                                 where hash = ? and status = 'active' and \
                                """
                                        + GRANT_STANDS)
                        .params(
                                SqlTime.of(clock.instant()),
                                token.hash().column(),
                                token.grant().id())
                        .update()
                == 1;
    }

    /** It was exchanged just now, and the client missed the answer. */
    boolean repeat(RefreshToken token) {
        Duration window = settings.refreshTokenRetryWindow();
        return window.isPositive()
                && db.sql(
                                        """
                                        update oauth_token set siblings = siblings + 1
                                         where hash = ? and status = 'rotated' and status_at > ? and siblings < ?
                                           and not exists (select 1 from oauth_token child
                                                            where child.parent_hash = oauth_token.hash
                                                              and child.status <> 'active')
                                           and \
                                        """
                                                + GRANT_STANDS)
                                .params(
                                        token.hash().column(),
                                        SqlTime.of(clock.instant().minus(window)),
                                        SIBLINGS,
                                        token.grant().id())
                                .update()
                        == 1;
    }

    /** It stays the same one, and its idle lifetime starts again. */
    boolean extend(RefreshToken token, Instant end) {
        return db.sql(
                                """
                                update oauth_token set expires_at = ?, purge_at = ?
                                 where hash = ? and status = 'active' and \
                                """
                                        + GRANT_STANDS)
                        .params(
                                SqlTime.of(end),
                                SqlTime.of(end.plus(settings.memory())),
                                token.hash().column(),
                                token.grant().id())
                        .update()
                == 1;
    }
}
