package dev.serdab.passkey;

import dev.serdab.account.Account;
import dev.serdab.account.AccountLocks;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditLog;
import dev.serdab.passkey.Challenges.Purpose;
import dev.serdab.session.BrowserSession;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Takes a passkey that somebody made who is signed in (WebAuthn Level 3 §7.1). */
@Component
class PasskeyCreation {

    /** More than anybody has devices, few enough to list. */
    static final int MOST = 20;

    private final Ceremonies ceremonies;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final PasskeyNames names;
    private final AccountLocks locks;
    private final PasskeyMails mails;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PasskeyCreation(
            Ceremonies ceremonies,
            Challenges challenges,
            Passkeys passkeys,
            PasskeyNames names,
            AccountLocks locks,
            PasskeyMails mails,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.names = names;
        this.locks = locks;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes it.
     *
     * @param json what the browser answered
     */
    Creation complete(BrowserSession session, String json, Locale locale) {
        return ceremonies
                .readNew(json)
                .map(made -> complete(session, made, locale))
                .orElseGet(() -> new Creation.Refused("unreadable"));
    }

    private Creation complete(BrowserSession session, NewPasskey made, Locale locale) {
        var challenge = made.challenge();
        switch (challenges.look(Purpose.MAKE, PasskeyOptions.holder(session), challenge)) {
            case OVER -> {
                return new Creation.Over();
            }
            case FOREIGN -> {
                return new Creation.Refused("foreign challenge");
            }
            case GOOD -> {
                // Go on.
            }
        }
        var problem = ceremonies.problem(made);
        if (problem.isPresent()) {
            return new Creation.Refused(problem.get());
        }
        if (!challenges.use(challenge)) {
            return new Creation.Over();
        }
        try {
            return Objects.requireNonNull(
                    transaction.execute(_ -> keep(session.account(), made, locale)));
        } catch (DuplicateKeyException e) {
            return new Creation.Refused("known already");
        }
    }

    /**
     * Under the account's lock: two that come at once are counted, and the last is one too many.
     */
    private Creation keep(Account asked, NewPasskey made, Locale locale) {
        if (!locks.lockIfUnchanged(asked)) {
            return new Creation.Refused("account changed");
        }
        var present = passkeys.of(asked.id());
        if (present.size() >= MOST) {
            return new Creation.TooMany();
        }
        var passkey = passkey(asked, made, present, locale);
        passkeys.add(passkey);
        mails.added(asked, passkey, locale);
        audit.add(AuditEvent.of(AuditEvent.Kind.PASSKEY_ADDED, asked.id()));
        return new Creation.Made(passkey);
    }

    private Passkey passkey(
            Account account, NewPasskey made, List<Passkey> present, Locale locale) {
        return new Passkey(
                UUID.randomUUID(),
                account.id(),
                made.credential(),
                names.forNew(made.credential(), present, locale),
                made.transports(),
                made.isSyncable(),
                made.isSynced(),
                made.signCount(),
                clock.instant(),
                null);
    }
}
