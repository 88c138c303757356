package dev.serdab.grant;

import dev.serdab.grant.GrantRows.Row;
import dev.serdab.session.Factor;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Grants that were just made: they wait for whoever fetches their first tokens. */
@Component
public class NewGrants {

    private final JdbcClient db;
    private final Clock clock;
    private final GrantRows rows;
    private final TokenSettings settings;

    NewGrants(JdbcClient db, Clock clock, GrantRows rows, TokenSettings settings) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * Remembers a grant.
     *
     * @param end until when its first tokens may be fetched
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(NewGrant grant, Instant end) {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into oauth_grant
                          (id, client_id, account_id, scopes, session_id, is_offline, auth_time, factors,
                           redirect_uri, code_challenge, nonce, resources, id_token_claims, userinfo_claims,
                           created_at, purge_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        Arrays.asList(
                                id,
                                grant.clientId(),
                                grant.session().account().id().value(),
                                String.join(" ", grant.scopes()),
                                grant.session().id(),
                                grant.scopes().contains("offline_access"),
                                SqlTime.of(grant.session().authTime()),
                                Factor.format(grant.session().factors()),
                                grant.redirectUri(),
                                grant.codeChallenge(),
                                grant.nonce(),
                                String.join(" ", grant.details().resources()),
                                GrantDetails.format(grant.details().idTokenClaims()),
                                GrantDetails.format(grant.details().userInfoClaims()),
                                SqlTime.of(clock.instant()),
                                SqlTime.of(end.plus(settings.memory()))))
                .update();
        return id;
    }

    /**
     * Stores the first tokens of a grant.
     *
     * @param use uses up what is shown for them, by one conditional UPDATE; whether it was the
     *     first
     */
    @Transactional
    public Redemption redeem(Grant grant, NewTokens tokens, BooleanSupplier use) {
        var refresh = tokens.refresh();
        var lasting =
                refresh == null
                        ? tokens.access().expiresAt()
                        : grant.createdAt().plus(settings.refreshTokenAbsoluteLifetime());
        // The grant first: whoever takes it back at this moment waits, and then finds the tokens.
        if (!keep(grant, lasting.plus(settings.memory()))) {
            return new Redemption.Withdrawn();
        }
        if (!use.getAsBoolean()) {
            return new Redemption.Replayed();
        }
        if (refresh == null) {
            rows.insert(Row.access(tokens.access(), grant));
        } else {
            rows.insert(
                    Row.access(tokens.access(), grant),
                    Row.refresh(refresh, grant, null, settings.memory()));
        }
        return new Redemption.Redeemed();
    }

    private boolean keep(Grant grant, Instant until) {
        return db.sql("update oauth_grant set purge_at = ? where id = ? and revoked_at is null")
                        .params(SqlTime.of(until), grant.id())
                        .update()
                == 1;
    }
}
