package dev.serdab.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a client signs to show who it is (RFC 7523 §3), good in every part until a test changes one.
 */
public record SignedAssertion(
        ClientKey key, Map<String, Object> header, Map<String, Object> claims) {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static SignedAssertion of(
            String clientId, String issuer, Instant now, String algorithm, ClientKey key) {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", algorithm);
        header.put("kid", key.kid());
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", issuer);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 60);
        return new SignedAssertion(key, header, claims);
    }

    /** The same with another claim; without it if the value is {@code null}. */
    public SignedAssertion with(String claim, Object value) {
        return new SignedAssertion(key, header, changed(claims, claim, value));
    }

    /** The same with another part of the header; without it if the value is {@code null}. */
    public SignedAssertion withHeader(String name, Object value) {
        return new SignedAssertion(key, changed(header, name, value), claims);
    }

    /** The same signed by another key. */
    public SignedAssertion signedBy(ClientKey other) {
        return new SignedAssertion(other, header, claims);
    }

    public String text() {
        return key.sign(header, claims);
    }

    /** What a request sends. */
    public Map<String, String> form() {
        return form(text());
    }

    /** The same of any text. */
    public static Map<String, String> form(String assertion) {
        var form = new LinkedHashMap<String, String>();
        form.put("client_assertion_type", TYPE);
        form.put("client_assertion", assertion);
        return form;
    }

    private static Map<String, Object> changed(
            Map<String, Object> members, String name, Object value) {
        var changed = new LinkedHashMap<>(members);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}
