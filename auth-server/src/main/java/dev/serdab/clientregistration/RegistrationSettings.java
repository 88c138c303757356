package dev.serdab.clientregistration;

import dev.serdab.client.AuthenticationMethod;
import dev.serdab.client.GrantType;
import dev.serdab.settings.WrongSetting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether apps may register themselves, and what such an app may have.
 *
 * @param mode who may register an app
 * @param scopes what it may ask for at most
 * @param defaultScopes what it may ask for when it does not say; default: {@code openid profile
 *     email}, as far as they are among the scopes
 * @param grantTypes how it may get tokens
 * @param authenticationMethods how it may show who it is
 * @param audience the APIs that it may have tokens for; none: the issuer
 * @param requirePkce whether PKCE is required of those with a secret or a key, too
 */
@ConfigurationProperties("serdab.client-registration")
public record RegistrationSettings(
        @DefaultValue("closed") Mode mode,
        @DefaultValue({"openid", "profile", "email", "offline_access"}) List<String> scopes,
        @Nullable List<String> defaultScopes,
        @DefaultValue({"authorization_code", "refresh_token"}) List<String> grantTypes,
        @DefaultValue({"client_secret_basic", "client_secret_post", "private_key_jwt", "none"})
                List<String> authenticationMethods,
        @DefaultValue List<String> audience,
        @DefaultValue("true") boolean requirePkce) {

    private static final String PREFIX = "serdab.client-registration.";
    private static final Set<String> USUAL = Set.of("openid", "profile", "email");

    /** Who may register an app. */
    public enum Mode {
        /** Nobody. */
        CLOSED,
        /** Whoever was given an initial access token. */
        TOKEN,
        /** Everybody. */
        OPEN
    }

    public RegistrationSettings {
        if (defaultScopes == null) {
            defaultScopes = scopes.stream().filter(USUAL::contains).toList();
        }
        allOf("default-scopes", defaultScopes, scopes);
        allOf("grant-types", grantTypes, GrantType.names());
        allOf("authentication-methods", authenticationMethods, AuthenticationMethod.names());
    }

    /** What an app that names no scopes may ask for. */
    List<String> usualScopes() {
        return Objects.requireNonNull(defaultScopes);
    }

    /** Whether an app may be registered at all. */
    public boolean isOn() {
        return mode != Mode.CLOSED;
    }

    /** Whether that needs nothing. */
    public boolean isOpen() {
        return mode == Mode.OPEN;
    }

    private static void allOf(String name, Collection<String> some, Collection<String> all) {
        some.stream()
                .filter(one -> !all.contains(one))
                .findFirst()
                .ifPresent(one -> {
                    throw new WrongSetting(
                            PREFIX + name,
                            "has \"%s\": write some of %s".formatted(one, String.join(", ", all)));
                });
    }
}
