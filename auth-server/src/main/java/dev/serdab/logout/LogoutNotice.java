package dev.serdab.logout;

import dev.serdab.account.AccountId;

import java.util.UUID;

/**
 * An app is still to be told that a session is over.
 *
 * @param session the {@code sid}
 * @param account whose session it was; perhaps deleted since
 * @param attempts how often it was tried in vain
 */
record LogoutNotice(UUID id, String clientId, UUID session, AccountId account, int attempts) {}
