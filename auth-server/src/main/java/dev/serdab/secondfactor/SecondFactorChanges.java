package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.account.AccountLocks;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.knownbrowser.KnownBrowsers;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sets up somebody's second factor, and takes it away. */
@Component
class SecondFactorChanges {

    private final AccountLocks locks;
    private final TotpSeeds seeds;
    private final RecoveryCodes recoveryCodes;
    private final KnownBrowsers browsers;
    private final SecondFactorMails mails;
    private final AuditLog audit;
    private final Clock clock;

    SecondFactorChanges(
            AccountLocks locks,
            TotpSeeds seeds,
            RecoveryCodes recoveryCodes,
            KnownBrowsers browsers,
            SecondFactorMails mails,
            AuditLog audit,
            Clock clock) {
        this.locks = locks;
        this.seeds = seeds;
        this.recoveryCodes = recoveryCodes;
        this.browsers = browsers;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of setting one up. */
    sealed interface SetUp {

        /** From now on it is asked for. */
        record Done(List<String> recoveryCodes) implements SetUp {}

        /** The code is not of this seed and time. */
        record WrongCode() implements SetUp {}

        /** There is one already. */
        record Outdated() implements SetUp {}
    }

    /**
     * Sets it up. Whoever knew the password may have signed in at many browsers, to guess codes in
     * each: none is known any more but this one.
     *
     * @param here what this browser is known by, if it is
     */
    @Transactional
    SetUp setUp(
            Account account,
            OfferedSeed offered,
            String code,
            Optional<String> here,
            Locale locale) {
        var step = Totp.step(offered.seed(), code.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return new SetUp.WrongCode();
        }
        if (!locks.lockIfUnchanged(account) || seeds.has(account.id())) {
            return new SetUp.Outdated();
        }
        seeds.add(account.id(), offered.seed(), step.getAsLong());
        browsers.forgetOthers(account.id(), here);
        audit.add(AuditEvent.of(Kind.SECOND_FACTOR_ADDED, account.id()));
        mails.added(account, locale);
        return new SetUp.Done(recoveryCodes.renew(account.id()));
    }

    @Transactional
    void remove(Account account, Locale locale) {
        if (!locks.lockIfUnchanged(account) || !seeds.remove(account.id())) {
            return;
        }
        recoveryCodes.removeAll(account.id());
        browsers.distrustAll(account.id());
        audit.add(AuditEvent.of(Kind.SECOND_FACTOR_REMOVED, account.id()));
        mails.removed(account, locale);
    }

    /** Ten new recovery codes; none where there is nothing to recover. */
    @Transactional
    List<String> renewRecoveryCodes(Account account) {
        if (!locks.lockIfUnchanged(account) || !seeds.has(account.id())) {
            return List.of();
        }
        audit.add(AuditEvent.of(Kind.RECOVERY_CODES_RENEWED, account.id()));
        return recoveryCodes.renew(account.id());
    }
}
