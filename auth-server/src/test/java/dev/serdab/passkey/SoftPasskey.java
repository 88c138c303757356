package dev.serdab.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An authenticator with the browser around it, which does as it is told, right or wrong. It holds
 * one ES256 key and makes the bytes of WebAuthn Level 3 §6.1 and §6.5 by hand.
 */
final class SoftPasskey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int UP = 0x01;
    private static final int UV = 0x04;
    private static final int BE = 0x08;
    private static final int BS = 0x10;
    private static final int AT = 0x40;

    /** What it says in everything it does; each may be changed. */
    String origin;

    String rpId;
    String type;
    String challenge;
    int flags = UP | UV | BE | BS;
    long signCount;
    byte[] userHandle;
    byte[] credentialId =
            ByteBuffer.wrap(new byte[16])
                    .putLong(UUID.randomUUID().getMostSignificantBits())
                    .array();

    private KeyPair key;

    SoftPasskey(String origin) {
        this.origin = origin;
        this.rpId = "localhost";
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It asks its owner for nothing. */
    SoftPasskey withoutOwner() {
        flags &= ~UV;
        return this;
    }

    /** It stays on its device. */
    SoftPasskey onOneDevice() {
        flags &= ~(BE | BS);
        return this;
    }

    /** Somebody else's with the same id: what a guess at a credential is worth. */
    SoftPasskey impostor() {
        var other = new SoftPasskey(origin);
        other.credentialId = credentialId;
        other.userHandle = userHandle;
        return other;
    }

    /** What {@code navigator.credentials.create} answers, as a page sends it. */
    String make(String options) {
        var asked = JSON.readTree(options);
        userHandle = decode(asked.path("user").path("id").asString());
        var attestation = new ByteArrayOutputStream();
        attestation.writeBytes(
                hex("a3" + "63" + "666d74" + "64" + "6e6f6e65" + "67" + "61747453746d74" + "a0"));
        attestation.writeBytes(hex("68" + "6175746844617461" + "59"));
        var data = authenticatorData(true);
        attestation.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
        attestation.writeBytes(data);
        var parts = new LinkedHashMap<String, Object>();
        parts.put("clientDataJSON", encode(clientData("webauthn.create", asked)));
        parts.put("attestationObject", encode(attestation.toByteArray()));
        parts.put("transports", new String[] {"internal", "hybrid"});
        return credential(parts);
    }

    /** What {@code navigator.credentials.get} answers, as a page sends it. */
    String sign(String options) {
        var client = clientData("webauthn.get", JSON.readTree(options));
        var data = authenticatorData(false);
        var parts = new LinkedHashMap<String, Object>();
        parts.put("clientDataJSON", encode(client));
        parts.put("authenticatorData", encode(data));
        parts.put("signature", encode(signature(data, client)));
        if (userHandle != null) {
            parts.put("userHandle", encode(userHandle));
        }
        return credential(parts);
    }

    private String credential(Map<String, Object> response) {
        var id = encode(credentialId);
        return JSON.writeValueAsString(
                Map.of(
                        "id", id,
                        "rawId", id,
                        "type", "public-key",
                        "response", response,
                        "clientExtensionResults", Map.of()));
    }

    private byte[] clientData(String usualType, JsonNode asked) {
        return JSON.writeValueAsBytes(
                Map.of(
                        "type",
                        type == null ? usualType : type,
                        "challenge",
                        challenge == null ? asked.path("challenge").asString() : challenge,
                        "origin",
                        origin,
                        "crossOrigin",
                        false));
    }

    private byte[] authenticatorData(boolean withKey) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(sha256(rpId.getBytes(UTF_8)));
        data.write(withKey ? flags | AT : flags);
        data.writeBytes(ByteBuffer.allocate(4).putInt((int) signCount).array());
        if (withKey) {
            data.writeBytes(new byte[16]);
            data.writeBytes(ByteBuffer.allocate(2).putShort((short) credentialId.length).array());
            data.writeBytes(credentialId);
            var point = ((ECPublicKey) key.getPublic()).getW();
            data.writeBytes(hex("a5010203262001215820"));
            data.writeBytes(coordinate(point.getAffineX().toByteArray()));
            data.writeBytes(hex("225820"));
            data.writeBytes(coordinate(point.getAffineY().toByteArray()));
        }
        return data.toByteArray();
    }

    private byte[] signature(byte[] data, byte[] client) {
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivate());
            signer.update(data);
            signer.update(sha256(client));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(byte[] number) {
        var bytes = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, bytes, 32 - length, length);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
