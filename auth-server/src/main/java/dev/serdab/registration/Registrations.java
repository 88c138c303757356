package dev.serdab.registration;

import dev.serdab.account.Accounts;
import dev.serdab.account.Creation;
import dev.serdab.account.NewAccount;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt.Refused;
import dev.serdab.limit.Visitor;
import dev.serdab.mail.AccountCreatedMail;
import dev.serdab.mail.Postbox;
import dev.serdab.password.PasswordRule;
import dev.serdab.password.PasswordRules;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.registration.SignUp.AddressTaken;
import dev.serdab.registration.SignUp.PasswordRefused;
import dev.serdab.registration.SignUp.PasswordsDiffer;
import dev.serdab.registration.SignUp.Registered;
import dev.serdab.registration.SignUp.TooMany;
import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Locale;

/** Makes accounts for people who ask for one. */
@Component
class Registrations {

    private static final String LIMIT = "sign-up";

    private final Accounts accounts;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final Limiter limiter;
    private final LimitSettings limits;
    private final RegistrationSettings settings;
    private final Postbox postbox;
    private final String site;
    private final TransactionTemplate transaction;

    Registrations(
            Accounts accounts,
            PasswordRules rules,
            PasswordHasher hasher,
            Limiter limiter,
            LimitSettings limits,
            RegistrationSettings settings,
            ServerSettings server,
            Postbox postbox,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.rules = rules;
        this.hasher = hasher;
        this.limiter = limiter;
        this.limits = limits;
        this.settings = settings;
        this.postbox = postbox;
        this.site =
                settings.siteName().isEmpty() ? server.checkedIssuer().host() : settings.siteName();
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether an account has this address, in whatever case. */
    boolean isTaken(String email) {
        return accounts.findByEmail(email).isPresent();
    }

    /**
     * Makes an account.
     *
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    SignUp signUp(Applicant applicant, Visitor visitor, Locale locale) {
        var brokenRules =
                rules.broken(applicant.password(), applicant.email()).stream()
                        .map(PasswordRule::message)
                        .toList();
        if (!brokenRules.isEmpty()) {
            return new PasswordRefused(brokenRules);
        }
        if (!applicant.isSureOfPassword()) {
            return new PasswordsDiffer();
        }
        // Only what would make an account counts, and it counts before the costly hash.
        if (limiter.attempt(LIMIT, visitor.key(), limits.signUp())
                instanceof Refused(var retryAfter)) {
            return new TooMany(retryAfter);
        }
        var password = hasher.hash(applicant.password());
        return transaction.execute(status -> {
            var made = make(applicant, password, locale);
            if (made instanceof AddressTaken) {
                // PostgreSQL has given this transaction up; there is nothing in it.
                status.setRollbackOnly();
            }
            return made;
        });
    }

    /** The account and the mail about it, or neither. */
    private SignUp make(Applicant applicant, String password, Locale locale) {
        var account = NewAccount.person(applicant.email(), applicant.name(), password);
        return switch (accounts.create(account)) {
            case Creation.AddressTaken _ -> new AddressTaken();
            case Creation.Created(var created) -> {
                if (settings.sendConfirmationEmail()) {
                    postbox.post(
                            new AccountCreatedMail(created.email(), created.name(), site), locale);
                }
                yield new Registered(created);
            }
        };
    }
}
