package dev.serdab.passkey;

import com.webauthn4j.data.AuthenticationData;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What a passkey signed, with all that must be there; nothing of it is true yet.
 *
 * @param data as webauthn4j read it
 * @param userHandle whom the passkey says it belongs to
 * @param isSynced whether it says that it is kept elsewhere, too
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Signed(
        AuthenticationData data,
        byte[] credentialId,
        byte[] challenge,
        byte @Nullable [] userHandle,
        long signCount,
        boolean isSynced) {

    @SuppressWarnings("NullAway") // webauthn4j says that arrays may be missing, not what is in them
    static Optional<Signed> of(AuthenticationData data) {
        var client = data.getCollectedClientData();
        var authenticator = data.getAuthenticatorData();
        var id = data.getCredentialId();
        if (client == null
                || client.getChallenge() == null
                || authenticator == null
                || id == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Signed(
                        data,
                        id,
                        client.getChallenge().getValue(),
                        data.getUserHandle(),
                        authenticator.getSignCount(),
                        authenticator.isFlagBS()));
    }
}
