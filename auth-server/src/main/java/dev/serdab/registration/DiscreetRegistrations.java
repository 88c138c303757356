package dev.serdab.registration;

import dev.serdab.account.Accounts;
import dev.serdab.limit.Visitor;
import dev.serdab.mailedlink.Patience;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Locale;

/**
 * Makes accounts for people who ask for one on a page, by the rules of {@link Registrations}. Where
 * accounts are activated by mail, the answer is the same, and takes as long, whether or not the
 * address has an account already: only its mail tells (ASVS 5.0 6.3.8).
 */
@Component
class DiscreetRegistrations {

    /** Well over what a hash, an account and a mail take. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private final Registrations registrations;
    private final RegistrationMails mails;
    private final Accounts accounts;
    private final RegistrationSettings settings;

    DiscreetRegistrations(
            Registrations registrations,
            RegistrationMails mails,
            Accounts accounts,
            RegistrationSettings settings) {
        this.registrations = registrations;
        this.mails = mails;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** What somebody is told who signed up. */
    sealed interface Discreet {

        /** What comes next stands in a mail to the address, if it may get one. */
        record Mailed() implements Discreet {}

        /** This is what became of it; it says nothing that is not to be known. */
        record Told(SignUp signUp) implements Discreet {}
    }

    /**
     * Makes an account, or has the owner of the address told that there is one.
     *
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    Discreet signUp(Applicant applicant, Visitor visitor, Locale locale) {
        var patience = Patience.of(LEAST);
        var signUp = registrations.signUp(applicant, visitor, locale);
        if (!settings.sendActivationEmail()) {
            return new Discreet.Told(signUp);
        }
        return switch (signUp) {
            case SignUp.Registered _ -> mailed(patience);
            case SignUp.AddressTaken(var mayMail) -> {
                if (mayMail) {
                    tellOwner(applicant, locale);
                }
                yield mailed(patience);
            }
            case SignUp.PasswordRefused _, SignUp.PasswordsDiffer _, SignUp.TooMany _ ->
                    new Discreet.Told(signUp);
        };
    }

    /** To the address as stored. */
    private void tellOwner(Applicant applicant, Locale locale) {
        accounts.findByEmail(applicant.email().value())
                .ifPresent(owner -> mails.addressTaken(owner.email(), locale));
    }

    private static Discreet mailed(Patience patience) {
        patience.end();
        return new Discreet.Mailed();
    }
}
