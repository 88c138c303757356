package dev.serdab.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An authorization request, good in every part until a test changes one.
 *
 * @param parameters of the query string
 * @param verifier what the code challenge was made of
 */
public record Ask(Map<String, String> parameters, String verifier) {

    static Ask of(App app, String scope) {
        var verifier = (UUID.randomUUID() + "-" + UUID.randomUUID()).replace("-", "~");
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", app.clientId());
        parameters.put("redirect_uri", app.redirectUri());
        parameters.put("scope", scope);
        parameters.put("state", "state-" + UUID.randomUUID());
        parameters.put("nonce", "nonce-" + UUID.randomUUID());
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
        return new Ask(parameters, verifier);
    }

    /** The same with another value of a parameter. */
    public Ask with(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new Ask(changed, verifier);
    }

    /** The same without some parameters. */
    public Ask without(String... names) {
        var changed = new LinkedHashMap<>(parameters);
        for (var name : names) {
            changed.remove(name);
        }
        return new Ask(changed, verifier);
    }

    /** The same without PKCE. */
    public Ask withoutPkce() {
        return without("code_challenge", "code_challenge_method");
    }

    /** A parameter's value. */
    public String get(String name) {
        return parameters.get(name);
    }

    /** The path to open. */
    public String path() {
        return "/oauth2/authorize?" + Http.form(parameters);
    }

    /** S256 (RFC 7636 §4.2). */
    public static String challenge(String verifier) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
