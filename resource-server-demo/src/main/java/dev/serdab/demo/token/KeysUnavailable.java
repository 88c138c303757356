package dev.serdab.demo.token;

import org.springframework.security.core.AuthenticationException;

import java.time.Duration;

/**
 * The issuer's keys could not be fetched, so nobody can say whether a token is good.
 *
 * <p>Calling it {@code invalid_token} would make clients throw away good tokens; this is our
 * trouble and passes (RFC 9110 §15.6.4).
 */
public class KeysUnavailable extends AuthenticationException {

    KeysUnavailable(Throwable cause) {
        super("The keys that tokens are checked with can't be fetched at the moment.", cause);
    }

    /** When it is worth trying again. */
    public Duration retryAfter() {
        return IssuerKeys.PAUSE;
    }
}
