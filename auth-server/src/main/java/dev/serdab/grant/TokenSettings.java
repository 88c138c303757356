package dev.serdab.grant;

import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long tokens live.
 *
 * @param authorizationCodeLifetime between the redirect and the token request
 * @param accessTokenLifetime of OAuth access tokens; those of {@code /jwt/create/} follow {@code
 *     serdab.jwt}
 * @param idTokenLifetime of ID tokens
 * @param refreshTokenIdleLifetime without being used
 * @param refreshTokenAbsoluteLifetime of a family, counted from the sign-in
 * @param refreshTokenRetryWindow how long a refresh token that was just exchanged may be sent again
 *     by a client that missed the answer; 0 switches it off
 */
@ConfigurationProperties("serdab.tokens")
public record TokenSettings(
        @DefaultValue("60s") Duration authorizationCodeLifetime,
        @DefaultValue("10m") Duration accessTokenLifetime,
        @DefaultValue("10m") Duration idTokenLifetime,
        @DefaultValue("30d") Duration refreshTokenIdleLifetime,
        @DefaultValue("180d") Duration refreshTokenAbsoluteLifetime,
        @DefaultValue("10s") Duration refreshTokenRetryWindow) {

    private static final Duration LONGEST_MEMORY = Duration.ofHours(1);

    public TokenSettings {
        positive("authorization-code-lifetime", authorizationCodeLifetime);
        positive("access-token-lifetime", accessTokenLifetime);
        positive("id-token-lifetime", idTokenLifetime);
        positive("refresh-token-idle-lifetime", refreshTokenIdleLifetime);
        positive("refresh-token-absolute-lifetime", refreshTokenAbsoluteLifetime);
        if (refreshTokenRetryWindow.isNegative()) {
            throw wrong("refresh-token-retry-window", refreshTokenRetryWindow, "0s or more");
        }
    }

    /**
     * How long what has ended is kept, so that whoever brings it again is noticed: as long as
     * anything that it gave may live, and an hour at most.
     */
    Duration memory() {
        return Stream.of(accessTokenLifetime, refreshTokenAbsoluteLifetime)
                .max(Duration::compareTo)
                .filter(longest -> longest.compareTo(LONGEST_MEMORY) < 0)
                .orElse(LONGEST_MEMORY);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw wrong(name, value, "a time longer than 0s, such as 10m");
        }
    }

    private static WrongSetting wrong(String name, Duration value, String advice) {
        return new WrongSetting(
                "serdab.tokens." + name, "is \"%s\": write %s".formatted(value, advice));
    }
}
