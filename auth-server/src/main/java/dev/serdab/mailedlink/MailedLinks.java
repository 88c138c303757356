package dev.serdab.mailedlink;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent;
import dev.serdab.account.AccountId;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;
import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;

/** All links that were mailed. */
@Component
public class MailedLinks {

    /** Where Django counts a token's seconds from. */
    private static final Instant DJANGOS_EPOCH = Instant.parse("2001-01-01T00:00:00Z");

    private static final int DIGITS = 32;

    private final JdbcClient db;
    private final Accounts accounts;
    private final AccountLocks locks;
    private final MailedLinkSettings settings;
    private final Clock clock;

    MailedLinks(
            JdbcClient db,
            Accounts accounts,
            AccountLocks locks,
            MailedLinkSettings settings,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.locks = locks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes a link, in the transaction that posts its mail. Links made before stay good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public MailedLink make(LinkPurpose purpose, AccountId account) {
        var now = clock.instant();
        var seconds = now.getEpochSecond() - DJANGOS_EPOCH.getEpochSecond();
        var token = Long.toString(seconds, Character.MAX_RADIX) + "-" + RandomSecret.hex(DIGITS);
        var endsAt = now.plus(settings.passwordResetTimeout());
        db.sql(
                        """
                        insert into mailed_link (token_hash, purpose, account_id, ends_at) values (?, ?, ?, ?)\
                        """)
                .params(SecretHash.of(token), purpose.name(), account.value(), SqlTime.of(endsAt))
                .update();
        return new MailedLink(Uid.of(account), token, endsAt);
    }

    /** Looks at a link without using it up. */
    public LinkState look(LinkPurpose purpose, String uid, String token) {
        return Uid.read(uid)
                .flatMap(accounts::find)
                .map(account -> look(purpose, account, token))
                .orElseGet(LinkState.NoAccount::new);
    }

    /**
     * Uses a link up, and with it all others of its purpose, in the transaction that does what it
     * is for. The account is locked from then on.
     *
     * @return whether it was good until now; of two that come at once it is so for one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(LinkPurpose purpose, AccountId account, String token) {
        if (locks.lock(account).isEmpty()) {
            return false;
        }
        var now = SqlTime.of(clock.instant());
        int used =
                db.sql(
                                """
                                update mailed_link set used_at = ?
                                 where token_hash = ? and purpose = ? and account_id = ?
                                   and used_at is null and ends_at > ?\
                                """)
                        .params(now, SecretHash.of(token), purpose.name(), account.value(), now)
                        .update();
        if (used == 1) {
            db.sql(
                            """
                            update mailed_link set used_at = ?
                             where account_id = ? and purpose = ? and used_at is null\
                            """)
                    .params(now, account.value(), purpose.name())
                    .update();
        }
        return used == 1;
    }

    /** Whoever reads mail of an old address, or had it read in time, gets nowhere with it now. */
    @EventListener
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.PasswordChanged(var account, _) -> endAll(account);
            case AccountEvent.PasswordReset(var account) -> endAll(account);
            case AccountEvent.EmailChanged(var account) -> endAll(account);
            case AccountEvent.Deactivated(var account) -> endAll(account);
            case AccountEvent.AccessRevoked(var account) -> endAll(account);
            case AccountEvent.Created _, AccountEvent.Deleting _ -> {
                // There is none yet; the database deletes the links with the account.
            }
        }
    }

    private void endAll(AccountId account) {
        db.sql("delete from mailed_link where account_id = ?").param(account.value()).update();
    }

    private LinkState look(LinkPurpose purpose, Account account, String token) {
        return db.sql(
                        """
                        select used_at from mailed_link
                         where token_hash = ? and purpose = ? and account_id = ? and ends_at > ?\
                        """)
                .params(
                        SecretHash.of(token),
                        purpose.name(),
                        account.id().value(),
                        SqlTime.of(clock.instant()))
                .query((row, number) ->
                        SqlTime.readIfAny(row, "used_at") == null
                                ? new LinkState.Good(account)
                                : new LinkState.Used(account))
                .optional()
                .orElseGet(LinkState.NotValid::new);
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        ExpiringTable endedLinks() {
            return new ExpiringTable("mailed_link", "token_hash", "ends_at");
        }
    }
}
