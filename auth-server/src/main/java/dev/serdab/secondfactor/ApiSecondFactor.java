package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.account.SecondFactors;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.Field;
import dev.serdab.accountapi.Fields;
import dev.serdab.knownbrowser.BrowserCookie;
import dev.serdab.secondfactor.SecondFactorCheck.Verdict;
import dev.serdab.session.Factor;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The second factor at the account API: one more field of whoever logs in with a password. No
 * cookie stands for it there.
 */
@Component
public class ApiSecondFactor {

    /** A one-time code, or a recovery code. */
    public static final Field OTP = Field.text("otp").longest(100).optional();

    private final SecondFactors factors;
    private final SecondFactorCheck check;
    private final BrowserCookie browser;

    ApiSecondFactor(SecondFactors factors, SecondFactorCheck check, BrowserCookie browser) {
        this.factors = factors;
        this.check = check;
        this.browser = browser;
    }

    /** What became of a log-in whose password was right. */
    public sealed interface LogIn {

        /** Nothing is missing. */
        record Complete(Set<Factor> factors) implements LogIn {}

        /**
         * Something is.
         *
         * @param code what programs know it by
         * @param message what people may be shown
         */
        record Incomplete(String code, String message) implements LogIn {}

        /** Too many codes were tried. */
        record TooMany(Duration retryAfter) implements LogIn {}
    }

    /** Decides. No transaction may be open. */
    public LogIn complete(Account account, Fields fields, ApiRequest request) {
        if (factors.isMissing(account)) {
            return new LogIn.Incomplete(
                    "second_factor_setup_required",
                    "This account must set up a second factor first, on its account page.");
        }
        if (!factors.has(account.id())) {
            return new LogIn.Complete(EnumSet.of(Factor.PASSWORD));
        }
        var typed = fields.find("otp");
        if (typed.isEmpty()) {
            return new LogIn.Incomplete(
                    "second_factor_required", "A code of the second factor is needed as well.");
        }
        var known = request.cookie(browser.name());
        return switch (check.check(account, typed.get(), known, request.locale())) {
            case Verdict.Passed(var factor) ->
                    new LogIn.Complete(EnumSet.of(Factor.PASSWORD, factor));
            case Verdict.Wrong _ ->
                    new LogIn.Incomplete(
                            "second_factor_wrong", "This code is wrong, or was used already.");
            case Verdict.TooMany(var wait) -> new LogIn.TooMany(wait);
        };
    }
}
