package dev.serdab.client;

import java.util.Arrays;
import java.util.Optional;

/** How a client shows who it is (RFC 7591 §2, {@code token_endpoint_auth_method}). */
public enum AuthenticationMethod {
    CLIENT_SECRET_BASIC("client_secret_basic"),
    CLIENT_SECRET_POST("client_secret_post"),
    /** A public client: it has no secret, and PKCE is required of it. */
    NONE("none");

    private final String value;

    AuthenticationMethod(String value) {
        this.value = value;
    }

    /** The name on the wire. */
    public String value() {
        return value;
    }

    /** Whether a client of this method has a secret. */
    public boolean usesSecret() {
        return this != NONE;
    }

    /** The method of this name, if it is offered. */
    public static Optional<AuthenticationMethod> of(String value) {
        return Arrays.stream(values()).filter(method -> method.value.equals(value)).findFirst();
    }
}
