package dev.serdab.grant;

import dev.serdab.account.Account;
import dev.serdab.session.Factor;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a person allowed a client at one sign-in. Every token that came of it belongs to it; its
 * refresh tokens are one family.
 *
 * @param account as it is now
 * @param scopes all that was granted
 * @param session the {@code sid} of the session that authorized
 * @param authTime when the person had last shown who they are
 * @param factors how
 * @param createdAt when the code was issued; the family's absolute lifetime counts from here
 * @param details what was granted beside scopes
 * @param isRevoked whether everything of it is dead
 */
public record Grant(
        UUID id,
        String clientId,
        Account account,
        Set<String> scopes,
        UUID session,
        Instant authTime,
        Set<Factor> factors,
        Instant createdAt,
        GrantDetails details,
        boolean isRevoked) {

    /** Whether tokens may still come of it. */
    public boolean isAlive() {
        return !isRevoked && account.isActive();
    }
}
