package dev.serdab.knownbrowser;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All known browsers. */
@Component
public class KnownBrowsers {

    /** A browser in which nobody signed in for so long is a stranger again. */
    static final Duration KNOWN_FOR = Duration.ofDays(180);

    /** Each may guess by itself, so nobody has any number of them. */
    private static final int MOST = 20;

    private final JdbcClient db;
    private final BrowserCookie cookie;
    private final Clock clock;

    KnownBrowsers(JdbcClient db, BrowserCookie cookie, Clock clock) {
        this.db = db;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** Notes that somebody has just signed in in this browser. No transaction may be open. */
    public void signedIn(
            Account account, HttpServletRequest request, HttpServletResponse response) {
        var secret = cookie.give(request, response);
        var now = clock.instant();
        if (!touched(account.id(), secret, now)) {
            insert(account, secret, now);
            forgetOldest(account.id(), secret);
        }
    }

    /**
     * Lets a browser go without the second factor for a while, once somebody has signed in there.
     */
    public void trust(Account account, String secret, Duration lifetime) {
        db.sql(
                        """
                        update known_browser set trusted_until = ?, password_version = ?
                         where secret_hash = ? and account_id = ?\
                        """)
                .params(
                        SqlTime.of(clock.instant().plus(lifetime)),
                        account.passwordVersion(),
                        SecretHash.of(secret),
                        account.id().value())
                .update();
    }

    /**
     * Gives the browser another secret with this answer, for all accounts it is known to: whoever
     * had a copy of the old one is a stranger from now on. A sign-in follows.
     */
    public void renewSecret(HttpServletRequest request) {
        cookie.read(request)
                .ifPresent(old ->
                        db.sql("update known_browser set secret_hash = ? where secret_hash = ?")
                                .params(SecretHash.of(cookie.renew(request)), SecretHash.of(old))
                                .update());
    }

    /** Whether somebody signed in to this account before in the browser that brings this. */
    public boolean knows(AccountId account, String secret) {
        return exists("ends_at > ?", account, secret, SqlTime.of(clock.instant()));
    }

    /** Whether it need not show the account's second factor. */
    public boolean trusts(Account account, String secret) {
        return exists(
                "trusted_until > ? and password_version = ?",
                account.id(),
                secret,
                SqlTime.of(clock.instant()),
                account.passwordVersion());
    }

    /** Those that an account trusts, the latest first. */
    public List<TrustedBrowser> trusted(Account account, Optional<String> here) {
        return db.sql(
                        """
                        select id, last_used_at, trusted_until, secret_hash from known_browser
                         where account_id = ? and trusted_until > ? and password_version = ?
                         order by last_used_at desc, id\
                        """)
                .params(
                        account.id().value(),
                        SqlTime.of(clock.instant()),
                        account.passwordVersion())
                .query((row, number) -> {
                    var hash = row.getBytes("secret_hash");
                    return new TrustedBrowser(
                            row.getObject("id", UUID.class),
                            day(row, "last_used_at"),
                            day(row, "trusted_until"),
                            here.filter(secret -> SecretHash.matches(hash, secret)).isPresent());
                })
                .list();
    }

    /** Trusts one of an account's browsers no more. */
    public void distrust(AccountId account, UUID id) {
        db.sql("update known_browser set trusted_until = null where account_id = ? and id = ?")
                .params(account.value(), id)
                .update();
    }

    /** Trusts none of an account's browsers any more. */
    public void distrustAll(AccountId account) {
        db.sql("update known_browser set trusted_until = null where account_id = ?")
                .param(account.value())
                .update();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofInstant(SqlTime.read(row, column), ZoneOffset.UTC);
    }

    /** Knows none of an account's browsers any more but the one that brings this. */
    public void forgetOthers(AccountId account, Optional<String> here) {
        here.ifPresentOrElse(
                secret ->
                        db.sql(
                                        "delete from known_browser where account_id = ? and secret_hash <> ?")
                                .params(account.value(), SecretHash.of(secret))
                                .update(),
                () -> forgetAll(account));
    }

    /** Knows none of them any more. */
    void forgetAll(AccountId account) {
        db.sql("delete from known_browser where account_id = ?").param(account.value()).update();
    }

    private boolean exists(
            String condition, AccountId account, String secret, Object... parameters) {
        return db.sql(
                        """
                        select 1 from known_browser where %s and account_id = ? and secret_hash = ?\
                        """
                                .formatted(condition))
                .params(
                        Stream.concat(
                                        Arrays.stream(parameters),
                                        Stream.of(account.value(), SecretHash.of(secret)))
                                .toList())
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    private boolean touched(AccountId account, String secret, Instant now) {
        return db.sql(
                                """
                                update known_browser set last_used_at = ?, ends_at = ?
                                 where secret_hash = ? and account_id = ?\
                                """)
                        .params(
                                SqlTime.of(now),
                                SqlTime.of(now.plus(KNOWN_FOR)),
                                SecretHash.of(secret),
                                account.value())
                        .update()
                == 1;
    }

    private void forgetOldest(AccountId account, String newest) {
        var hash = SecretHash.of(newest);
        db.sql(
                        """
                        delete from known_browser
                         where account_id = ? and secret_hash <> ?
                           and id not in (select id from known_browser
                                           where account_id = ? and secret_hash <> ?
                                           order by last_used_at desc, id limit ?)\
                        """)
                .params(account.value(), hash, account.value(), hash, MOST - 1)
                .update();
    }

    private void insert(Account account, String secret, Instant now) {
        try {
            db.sql(
                            """
                            insert into known_browser
                              (id, secret_hash, account_id, password_version, created_at, last_used_at, ends_at)
                            values (?, ?, ?, ?, ?, ?, ?)\
                            """)
                    .params(
                            UUID.randomUUID(),
                            SecretHash.of(secret),
                            account.id().value(),
                            account.passwordVersion(),
                            SqlTime.of(now),
                            SqlTime.of(now),
                            SqlTime.of(now.plus(KNOWN_FOR)))
                    .update();
        } catch (DuplicateKeyException e) {
            // It was noted at the same moment.
        }
    }
}
