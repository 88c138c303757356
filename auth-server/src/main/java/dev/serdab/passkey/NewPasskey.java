package dev.serdab.passkey;

import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;

import java.util.List;
import java.util.Optional;

/**
 * What a browser says of a passkey that was just made, with all that must be there; nothing of it
 * is true yet.
 *
 * @param data as webauthn4j read it
 * @param transports the ways to reach it
 * @param isSyncable whether it says that it may be on several devices
 * @param isSynced whether it says that it is kept elsewhere, too
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record NewPasskey(
        RegistrationData data,
        Credential credential,
        byte[] challenge,
        List<String> transports,
        boolean isSyncable,
        boolean isSynced,
        long signCount) {

    /** Others are words of a browser's own, and would go back to browsers. */
    private static final List<AuthenticatorTransport> KNOWN =
            List.of(
                    AuthenticatorTransport.USB,
                    AuthenticatorTransport.NFC,
                    AuthenticatorTransport.BLE,
                    AuthenticatorTransport.SMART_CARD,
                    AuthenticatorTransport.HYBRID,
                    AuthenticatorTransport.INTERNAL);

    static Optional<NewPasskey> of(RegistrationData data) {
        var client = data.getCollectedClientData();
        var attestation = data.getAttestationObject();
        if (client == null || client.getChallenge() == null || attestation == null) {
            return Optional.empty();
        }
        var authenticator = attestation.getAuthenticatorData();
        return Optional.ofNullable(authenticator.getAttestedCredentialData())
                .map(credential ->
                        new NewPasskey(
                                data,
                                new Credential(credential),
                                client.getChallenge().getValue(),
                                transports(data),
                                authenticator.isFlagBE(),
                                authenticator.isFlagBS(),
                                authenticator.getSignCount()));
    }

    private static List<String> transports(RegistrationData data) {
        var said = data.getTransports();
        return said == null
                ? List.of()
                : KNOWN.stream()
                        .filter(said::contains)
                        .map(AuthenticatorTransport::getValue)
                        .toList();
    }
}
