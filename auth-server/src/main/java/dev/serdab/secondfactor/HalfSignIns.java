package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent.AccessRevoked;
import dev.serdab.account.Accounts;
import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.session.Factor;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Sign-ins that lack their second factor. */
@Component
class HalfSignIns {

    /** How long a person may look for their telephone. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Clock clock;

    HalfSignIns(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param account as it is now; its password is the one that was checked
     * @param factors what was shown so far
     */
    record HalfSignIn(String secret, Account account, Set<Factor> factors) {}

    /** Begins one; whoever brings this secret goes on with it. */
    String begin(Account checked, Set<Factor> factors) {
        var secret = RandomSecret.base64Url();
        db.sql(
                        """
                        insert into half_sign_in (secret_hash, account_id, password_version, factors, ends_at)
                        values (?, ?, ?, ?, ?)\
                        """)
                .params(
                        SecretHash.of(secret),
                        checked.id().value(),
                        checked.passwordVersion(),
                        Factor.format(factors),
                        SqlTime.of(clock.instant().plus(LIFETIME)))
                .update();
        return secret;
    }

    /** The one of this secret, unless it took too long or its password no longer counts. */
    Optional<HalfSignIn> find(String secret) {
        return db.sql(
                        """
                        select a.*, h.factors from half_sign_in h join account a on a.id = h.account_id
                         where h.secret_hash = ? and h.ends_at > ? and a.is_active
                           and a.password_version = h.password_version\
                        """)
                .params(SecretHash.of(secret), SqlTime.of(clock.instant()))
                .query((row, number) ->
                        new HalfSignIn(
                                secret,
                                Accounts.account(row, number),
                                Factor.parse(row.getString("factors"))))
                .optional();
    }

    /**
     * Takes it away to complete it.
     *
     * @return whether this call was the first
     */
    boolean take(HalfSignIn half) {
        return db.sql("delete from half_sign_in where secret_hash = ?")
                        .param(SecretHash.of(half.secret()))
                        .update()
                == 1;
    }

    /** Whoever is to be out was perhaps about to come in. */
    @EventListener
    void on(AccessRevoked event) {
        db.sql("delete from half_sign_in where account_id = ?")
                .param(event.account().value())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class GivenUp {

        @Bean
        ExpiringTable halfSignInsGivenUp() {
            return new ExpiringTable("half_sign_in", "secret_hash", "ends_at");
        }
    }
}
