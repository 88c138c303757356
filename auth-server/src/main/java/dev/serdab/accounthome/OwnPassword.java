package dev.serdab.accounthome;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.account.WhiteSpace;
import dev.serdab.credential.PasswordCheck;
import dev.serdab.credential.TooManyAttempts;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.passwordhash.TooManyPasswords;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/**
 * The field {@code current-password} of pages: who asks for something that cannot be undone shows
 * again that they know their password. Hashes, so no transaction may be open.
 */
@Component
public class OwnPassword {

    private final PasswordCheck passwords;
    private final Accounts accounts;

    OwnPassword(PasswordCheck passwords, Accounts accounts) {
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /**
     * What is wrong with what was typed.
     *
     * @param key of the message that says so; its parameter is how many minutes to wait
     */
    public record Problem(String key, HttpStatus status, Duration retryAfter) {

        /** 503: the server is busy with other passwords. */
        public static Problem busy() {
            return new Problem(
                    "form.problem.busy",
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Duration.ofSeconds(TooManyPasswords.RETRY_AFTER_SECONDS));
        }

        /** 422: it is not the password, or it is no longer. */
        public static Problem wrong() {
            return new Problem(
                    "own-password.wrong", HttpStatus.UNPROCESSABLE_CONTENT, Duration.ZERO);
        }

        /** How long to wait, as people are told. */
        public long minutes() {
            return retryAfter.toSeconds() / 60 + 1;
        }
    }

    /** Whether there is a password to ask for; who gets in without one may have none. */
    public boolean exists(Account account) {
        return accounts.findWithPassword(account.id())
                .map(stored -> PasswordHasher.isUsable(stored.password()))
                .orElse(false);
    }

    /** Nothing, if it is the person's password. */
    public Optional<Problem> check(Account account, String typed) {
        var password = WhiteSpace.strip(typed);
        if (password.isEmpty() || PasswordHasher.isTooLong(password)) {
            return Optional.of(Problem.wrong());
        }
        try {
            return passwords.isCurrent(account, password)
                    ? Optional.empty()
                    : Optional.of(Problem.wrong());
        } catch (TooManyAttempts e) {
            return Optional.of(
                    new Problem(
                            "own-password.too-many", HttpStatus.TOO_MANY_REQUESTS, e.retryAfter()));
        } catch (TooManyPasswords e) {
            return Optional.of(Problem.busy());
        }
    }
}
