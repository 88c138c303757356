package dev.serdab.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What must be true of a passkey's answer (WebAuthn Level 3 §7.1, §7.2), as webauthn4j checks it:
 * our challenge, our origin, our domain, a verified owner, and a good signature.
 */
@Component
class Ceremonies {

    /** What keys may sign with, the best first (§5.8.5): ES256, EdDSA, RS256. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private static final boolean OWNER_VERIFIED = true;

    /** What an authenticator says about its maker is neither asked for nor looked at (§13.4.2). */
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();

    private final RelyingParty relyingParty;

    Ceremonies(RelyingParty relyingParty) {
        this.relyingParty = relyingParty;
    }

    /** What a browser sent of a new passkey, if it can be read. */
    Optional<NewPasskey> readNew(String json) {
        return read(() -> manager.parseRegistrationResponseJSON(json)).flatMap(NewPasskey::of);
    }

    /** What a browser sent of a passkey that signed, if it can be read. */
    Optional<Signed> readSigned(String json) {
        return read(() -> manager.parseAuthenticationResponseJSON(json)).flatMap(Signed::of);
    }

    /** What is wrong with a new passkey; nothing, if it is good. */
    Optional<String> problem(NewPasskey made) {
        var parameters =
                new RegistrationParameters(
                        expected(made.challenge()),
                        ALGORITHMS.stream()
                                .map(algorithm ->
                                        new PublicKeyCredentialParameters(
                                                PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                                .toList(),
                        OWNER_VERIFIED);
        return problem(() -> manager.verify(made.data(), parameters));
    }

    /** What is wrong with what a passkey signed; nothing, if it is good. */
    Optional<String> problem(Signed signed, Passkey passkey) {
        var parameters =
                new AuthenticationParameters(
                        expected(signed.challenge()),
                        record(passkey),
                        List.of(passkey.credential().id()),
                        OWNER_VERIFIED);
        return problem(() -> manager.verify(signed.data(), parameters));
    }

    /** It is anybody's text, and webauthn4j ends in many ways when it is not what it should be. */
    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> problem(Runnable verification) {
        try {
            verification.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e.getClass().getSimpleName().replaceFirst("(Exception)?$", ""));
        }
    }

    /** The challenge has been looked at already: whose it is, its seal tells. */
    private ServerProperty expected(byte[] challenge) {
        return ServerProperty.builder()
                .origins(Set.of(Origin.create(relyingParty.origin())))
                .rpId(relyingParty.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static CredentialRecord record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                OWNER_VERIFIED,
                passkey.isSyncable(),
                passkey.isSynced(),
                passkey.signCount(),
                passkey.credential().data(),
                null,
                null,
                null,
                Set.of());
    }
}
