package dev.serdab.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a client gets tokens (RFC 7591 §2, {@code grant_types}). */
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    REFRESH_TOKEN("refresh_token"),
    CLIENT_CREDENTIALS("client_credentials"),
    /** RFC 8628. */
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
    /** RFC 8693. */
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange");

    private final String value;

    GrantType(String value) {
        this.value = value;
    }

    /** The names of all, for discovery. */
    public static List<String> names() {
        return Arrays.stream(values()).map(GrantType::value).toList();
    }

    /** The name on the wire. */
    public String value() {
        return value;
    }

    /** The grant type of this name, if it is offered. */
    public static Optional<GrantType> of(String value) {
        return Arrays.stream(values()).filter(type -> type.value.equals(value)).findFirst();
    }
}
