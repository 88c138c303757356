package dev.serdab.session;

import dev.serdab.account.Account;

import org.springframework.security.core.AuthenticatedPrincipal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is signed in in one browser.
 *
 * @param id names the session in tokens ({@code sid}); knowing it opens nothing
 * @param account as it is now
 * @param authTime when they last showed who they are
 * @param factors how
 */
public record BrowserSession(UUID id, Account account, Instant authTime, Set<Factor> factors)
        implements AuthenticatedPrincipal {

    /** The account id: the name that logs and {@code sub} know the person by. */
    @Override
    public String getName() {
        return account.id().toString();
    }
}
