package dev.serdab.passkey;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;

import java.util.UUID;

/**
 * The credential's id, its public key and the kind of its authenticator (WebAuthn Level 3 §6.5.2).
 *
 * @param data as webauthn4j reads it
 */
@SuppressWarnings("NullAway") // webauthn4j calls every array one that may be missing; these are not
record Credential(AttestedCredentialData data) {

    private static final AttestedCredentialDataConverter CONVERTER =
            new AttestedCredentialDataConverter(new ObjectConverter());

    /** From a column. */
    static Credential parse(byte[] bytes) {
        return new Credential(CONVERTER.convert(bytes));
    }

    /** For a column. */
    byte[] bytes() {
        return CONVERTER.convert(data);
    }

    byte[] id() {
        return data.getCredentialId();
    }

    /** Which kind of authenticator made it, if it says so. */
    UUID authenticator() {
        return data.getAaguid().getValue();
    }
}
