package dev.serdab.passkey;

import dev.serdab.account.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A passkey of an account.
 *
 * @param id ours, for forms
 * @param credential what its authenticator said when it was made
 * @param name what its owner calls it
 * @param transports the ways to reach it, as browsers name them
 * @param isSyncable whether it may be on several devices; it was decided when it was made
 * @param isSynced whether it is kept elsewhere, too
 * @param signCount how often it signed, if it counts; 0 if not
 */
record Passkey(
        UUID id,
        AccountId account,
        Credential credential,
        String name,
        List<String> transports,
        boolean isSyncable,
        boolean isSynced,
        long signCount,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    static final int LONGEST_NAME = 100;

    /** Its credential's id as browsers write it. */
    String credentialId() {
        return Base64Url.of(credential.id());
    }
}
