package dev.serdab.jwt;

import dev.serdab.settings.WrongSetting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * The tokens of {@code /jwt/*}.
 *
 * @param accessTokenLifetime how long an access token is good
 * @param refreshTokenLifetime how long a refresh token is good
 * @param rotateRefreshTokens whether refreshing gives a new refresh token as well
 * @param blacklistAfterRotation whether the old one is used up by that
 * @param updateLastLogin whether {@code /jwt/create/} counts as a sign-in
 * @param blacklistEndpoint whether {@code /jwt/blacklist/} exists
 * @param audience which APIs take the access token; the issuer by default, in development the demo
 *     API
 * @param scope what the access token allows there, separated by spaces; nothing by default, in
 *     development {@code notes.read}
 */
@ConfigurationProperties("serdab.jwt")
record JwtSettings(
        @DefaultValue("5m") Duration accessTokenLifetime,
        @DefaultValue("1d") Duration refreshTokenLifetime,
        @DefaultValue("false") boolean rotateRefreshTokens,
        @DefaultValue("false") boolean blacklistAfterRotation,
        @DefaultValue("false") boolean updateLastLogin,
        @DefaultValue("false") boolean blacklistEndpoint,
        @Nullable List<String> audience,
        @Nullable String scope) {

    JwtSettings {
        positive("access-token-lifetime", accessTokenLifetime);
        positive("refresh-token-lifetime", refreshTokenLifetime);
    }

    private static void positive(String name, Duration value) {
        if (value.toSeconds() < 1) {
            throw new WrongSetting(
                    "serdab.jwt." + name,
                    "is \"%s\": write a time of at least 1s, such as 5m".formatted(value));
        }
    }
}
