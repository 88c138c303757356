package dev.serdab.jwt;

import dev.serdab.settings.WrongSetting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The tokens of {@code /jwt/*}.
 *
 * @param accessTokenLifetime how long an access token is good
 * @param refreshTokenLifetime how long a refresh token is good
 * @param rotateRefreshTokens whether refreshing gives a new refresh token as well
 * @param blacklistAfterRotation whether the old one is used up by that
 * @param updateLastLogin whether {@code /jwt/create/} counts as a sign-in
 * @param blacklistEndpoint whether {@code /jwt/blacklist/} exists
 * @param checkRevokeToken whether tokens end when the password is changed
 * @param leeway how long after its end a token is still taken, for clocks that differ
 * @param authHeaderTypes the words in front of an access token in {@code Authorization}; the first
 *     is named to whoever shows none
 * @param userIdClaim what the claim with the account's id is called, besides {@code sub}
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
        @DefaultValue("false") boolean checkRevokeToken,
        @DefaultValue("0s") Duration leeway,
        @DefaultValue({"Bearer", "JWT"}) List<String> authHeaderTypes,
        @DefaultValue("user_id") String userIdClaim,
        @Nullable List<String> audience,
        @Nullable String scope) {

    /** What these claims say is laid down elsewhere. */
    private static final Set<String> OTHERS =
            Set.of("iss", "aud", "exp", "iat", "nbf", "jti", "token_type", "client_id", "scope");

    JwtSettings {
        positive("access-token-lifetime", accessTokenLifetime);
        positive("refresh-token-lifetime", refreshTokenLifetime);
        if (leeway.isNegative()) {
            throw new WrongSetting(
                    "serdab.jwt.leeway", "is \"%s\": write 0s or more".formatted(leeway));
        }
        if (authHeaderTypes.isEmpty()
                || !authHeaderTypes.stream().allMatch(word -> word.matches("[A-Za-z-]+"))) {
            throw new WrongSetting(
                    "serdab.jwt.auth-header-types",
                    "is %s: write one or more words, such as JWT".formatted(authHeaderTypes));
        }
        if (!userIdClaim.matches("[A-Za-z_]+") || OTHERS.contains(userIdClaim)) {
            throw new WrongSetting(
                    "serdab.jwt.user-id-claim",
                    "is \"%s\": write the name of a claim that says nothing else, such as user_id"
                            .formatted(userIdClaim));
        }
    }

    private static void positive(String name, Duration value) {
        if (value.toSeconds() < 1) {
            throw new WrongSetting(
                    "serdab.jwt." + name,
                    "is \"%s\": write a time of at least 1s, such as 5m".formatted(value));
        }
    }
}
