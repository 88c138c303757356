package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.knownbrowser.KnownBrowsers;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt.Refused;
import dev.serdab.session.Factor;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a code is the second factor of an account.
 *
 * <p>Guesses are counted before they are compared, each browser in which somebody signed in before
 * by itself, and anew after each change of the password: whoever knows the password and guesses
 * codes keeps the owner out neither of their own browser nor, once they chose another password, of
 * any. Recovery codes, which nobody can guess, are counted apart from one-time codes.
 */
@Component
class SecondFactorCheck {

    private static final Pattern ONE_TIME_CODE = Pattern.compile("\\d{%d}".formatted(Totp.DIGITS));

    private final TotpSeeds seeds;
    private final RecoveryCodes recoveryCodes;
    private final KnownBrowsers browsers;
    private final Limiter limiter;
    private final LimitSettings limits;
    private final SecondFactorMails mails;
    private final AuditLog audit;

    SecondFactorCheck(
            TotpSeeds seeds,
            RecoveryCodes recoveryCodes,
            KnownBrowsers browsers,
            Limiter limiter,
            LimitSettings limits,
            SecondFactorMails mails,
            AuditLog audit) {
        this.seeds = seeds;
        this.recoveryCodes = recoveryCodes;
        this.browsers = browsers;
        this.limiter = limiter;
        this.limits = limits;
        this.mails = mails;
        this.audit = audit;
    }

    /** What became of it. */
    sealed interface Verdict {

        /** It is the account's, and was not used before. */
        record Passed(Factor factor) implements Verdict {}

        /** It is not, or not any more. */
        record Wrong() implements Verdict {}

        /** Too many were tried. */
        record TooMany(Duration retryAfter) implements Verdict {}
    }

    /**
     * Checks, and uses a code up. No transaction may be open.
     *
     * @param account who has shown the first factor
     * @param typed a one-time code or a recovery code
     * @param browser what the browser is known by, if it is
     */
    Verdict check(Account account, String typed, Optional<String> browser, Locale locale) {
        var code = typed.replaceAll("[\\s-]", "");
        boolean isOneTimeCode = ONE_TIME_CODE.matcher(code).matches();
        var rule = isOneTimeCode ? "second-step" : "recovery-code";
        if (limiter.attempt(rule, counted(account, browser), limits.secondStep())
                instanceof Refused(var wait)) {
            audit.add(AuditEvent.of(Kind.SECOND_FACTOR_LIMITED, account.id()));
            return new Verdict.TooMany(wait);
        }
        if (isOneTimeCode && seeds.use(account.id(), code)) {
            return passed(account, Factor.ONE_TIME_CODE);
        }
        if (!isOneTimeCode && recoveryCodes.use(account.id(), code)) {
            audit.add(AuditEvent.of(Kind.RECOVERY_CODE_USED, account.id()));
            mails.recoveryCodeUsed(account, recoveryCodes.left(account.id()), locale);
            return passed(account, Factor.RECOVERY_CODE);
        }
        audit.add(AuditEvent.of(Kind.SECOND_FACTOR_FAILED, account.id()));
        return new Verdict.Wrong();
    }

    private Verdict passed(Account account, Factor factor) {
        audit.add(AuditEvent.of(Kind.SIGN_IN, account.id()).detail("with a second factor"));
        return new Verdict.Passed(factor);
    }

    private String counted(Account account, Optional<String> browser) {
        return "%s %d %s"
                .formatted(
                        account.id(),
                        account.passwordVersion(),
                        browser.filter(secret -> browsers.knows(account.id(), secret)).orElse(""));
    }
}
