package dev.serdab.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a client shows who it is (RFC 7591 §2, {@code token_endpoint_auth_method}). */
public enum AuthenticationMethod {
    CLIENT_SECRET_BASIC("client_secret_basic"),
    CLIENT_SECRET_POST("client_secret_post"),
    /** A JWT signed with a key of its own (RFC 7523 §3, OpenID Connect Core §9). */
    PRIVATE_KEY_JWT("private_key_jwt"),
    /** A public client: it has no secret, and PKCE is required of it. */
    NONE("none");

    private final String value;

    AuthenticationMethod(String value) {
        this.value = value;
    }

    /** The names of all, for discovery. */
    public static List<String> names() {
        return Arrays.stream(values()).map(AuthenticationMethod::value).toList();
    }

    /** The name on the wire. */
    public String value() {
        return value;
    }

    /** Whether a client of this method has a secret. */
    public boolean usesSecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }

    /** The method of this name, if it is offered. */
    public static Optional<AuthenticationMethod> of(String value) {
        return Arrays.stream(values()).filter(method -> method.value.equals(value)).findFirst();
    }
}
