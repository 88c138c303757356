package dev.serdab.registration;

import dev.serdab.account.Accounts;
import dev.serdab.account.Creation;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.NewAccount;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt.Refused;
import dev.serdab.limit.Visitor;
import dev.serdab.password.PasswordRules;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.registration.SignUp.AddressTaken;
import dev.serdab.registration.SignUp.PasswordRefused;
import dev.serdab.registration.SignUp.PasswordsDiffer;
import dev.serdab.registration.SignUp.Registered;
import dev.serdab.registration.SignUp.TooMany;

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
    private final RegistrationMails mails;
    private final RegistrationSettings settings;
    private final TransactionTemplate transaction;

    Registrations(
            Accounts accounts,
            PasswordRules rules,
            PasswordHasher hasher,
            Limiter limiter,
            LimitSettings limits,
            RegistrationMails mails,
            RegistrationSettings settings,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.rules = rules;
        this.hasher = hasher;
        this.limiter = limiter;
        this.limits = limits;
        this.mails = mails;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Makes an account.
     *
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    SignUp signUp(Applicant applicant, Visitor visitor, Locale locale) {
        var brokenRules = rules.broken(applicant.password(), applicant.email());
        if (!brokenRules.isEmpty()) {
            return new PasswordRefused(brokenRules);
        }
        if (!applicant.isSureOfPassword()) {
            return new PasswordsDiffer();
        }
        // It counts before the costly hash.
        if (limiter.attempt(LIMIT, visitor.key(), limits.signUp())
                instanceof Refused(var retryAfter)) {
            return new TooMany(retryAfter);
        }
        return make(account(applicant, hasher.hash(applicant.password())), locale);
    }

    /**
     * Makes an account whose password is chosen by whoever follows the mailed link: that they are
     * the same person is not known before.
     */
    SignUp signUpWithoutPassword(EmailAddress email, String name, Visitor visitor, Locale locale) {
        if (limiter.attempt(LIMIT, visitor.key(), limits.signUp())
                instanceof Refused(var retryAfter)) {
            return new TooMany(retryAfter);
        }
        return make(NewAccount.person(email, name, hasher.unusable()).awaitingActivation(), locale);
    }

    private SignUp make(NewAccount account, Locale locale) {
        boolean mayMail = mails.maySend(account.email());
        return transaction.execute(status -> {
            var made = make(account, mayMail, locale);
            if (made instanceof AddressTaken) {
                // PostgreSQL has given this transaction up; there is nothing in it.
                status.setRollbackOnly();
            }
            return made;
        });
    }

    private NewAccount account(Applicant applicant, String password) {
        var account = NewAccount.person(applicant.email(), applicant.name(), password);
        return settings.sendActivationEmail() ? account.awaitingActivation() : account;
    }

    /** The account and the mail about it, or neither. */
    private SignUp make(NewAccount account, boolean mayMail, Locale locale) {
        return switch (accounts.create(account)) {
            case Creation.AddressTaken _ -> new AddressTaken(mayMail);
            case Creation.Created(var created) -> {
                if (mayMail) {
                    mails.registered(created, locale);
                }
                yield new Registered(created);
            }
        };
    }
}
