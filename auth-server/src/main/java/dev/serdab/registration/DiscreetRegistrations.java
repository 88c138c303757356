package dev.serdab.registration;

import dev.serdab.account.Accounts;
import dev.serdab.account.EmailAddress;
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
    private final Activations activations;
    private final Accounts accounts;
    private final RegistrationSettings settings;

    DiscreetRegistrations(
            Registrations registrations,
            RegistrationMails mails,
            Activations activations,
            Accounts accounts,
            RegistrationSettings settings) {
        this.registrations = registrations;
        this.mails = mails;
        this.activations = activations;
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
    Discreet signUp(AccountForm typed, Visitor visitor, Locale locale) {
        if (asksForPassword()) {
            return new Discreet.Told(registrations.signUp(typed.applicant(), visitor, locale));
        }
        var patience = Patience.of(LEAST);
        var email = new EmailAddress(typed.email());
        var signUp = registrations.signUpWithoutPassword(email, typed.name(), visitor, locale);
        return switch (signUp) {
            case SignUp.Registered _ -> mailed(patience);
            case SignUp.AddressTaken(var mayMail) -> {
                if (mayMail) {
                    tellOwner(email, locale);
                }
                yield mailed(patience);
            }
            case SignUp.PasswordRefused _, SignUp.PasswordsDiffer _, SignUp.TooMany _ ->
                    new Discreet.Told(signUp);
        };
    }

    /** Whether the password is chosen here, rather than by whoever follows the mailed link. */
    boolean asksForPassword() {
        return !settings.sendActivationEmail();
    }

    /** To the address as stored. */
    private void tellOwner(EmailAddress email, Locale locale) {
        accounts.findByEmail(email.value())
                .filter(owner -> !activations.startOver(owner, locale))
                .ifPresent(owner -> mails.addressTaken(owner.email(), locale));
    }

    private static Discreet mailed(Patience patience) {
        patience.end();
        return new Discreet.Mailed();
    }
}
