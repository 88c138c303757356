package dev.serdab.signingkey;

import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys that sign tokens.
 *
 * @param algorithms for which there is a key; the first signs access tokens, RS256 signs ID tokens
 *     of clients that ask for nothing else
 * @param rotateAfter how long a key signs
 * @param publishAhead how long it is in the JWK Set before that
 * @param retiredFor how long it stays in the JWK Set afterwards; longer by itself if tokens live
 *     longer
 * @param idTokenHintsFor how long ID tokens of it are taken as a hint
 * @param nativeProvider whether a native library signs where the platform has one
 */
@ConfigurationProperties("serdab.signing-keys")
record SigningKeySettings(
        @DefaultValue({"ES256", "RS256"}) List<String> algorithms,
        @DefaultValue("90d") Duration rotateAfter,
        @DefaultValue("24h") Duration publishAhead,
        @DefaultValue("7d") Duration retiredFor,
        @DefaultValue("180d") Duration idTokenHintsFor,
        @DefaultValue("true") boolean nativeProvider) {

    private static final String PREFIX = "serdab.signing-keys.";

    SigningKeySettings {
        for (var name : algorithms) {
            if (Algorithm.of(name).isEmpty()) {
                throw new WrongSetting(
                        PREFIX + "algorithms",
                        "has \"%s\": write some of %s".formatted(name, allNames()));
            }
        }
        if (!algorithms.contains(Algorithm.RS256.jose())) {
            throw new WrongSetting(
                    PREFIX + "algorithms",
                    "lacks RS256, which OpenID Connect asks of every provider: add it");
        }
        var least = SigningKeys.CACHED_FOR.plus(SigningKeys.SKEW);
        if (publishAhead.compareTo(least) < 0) {
            throw wrong("publish-ahead", publishAhead, "%dm or more".formatted(least.toMinutes()));
        }
        if (rotateAfter.compareTo(publishAhead) <= 0) {
            throw wrong("rotate-after", rotateAfter, "more than publish-ahead, such as 90d");
        }
        if (retiredFor.isNegative()) {
            throw wrong("retired-for", retiredFor, "a time such as 7d");
        }
        if (idTokenHintsFor.isNegative()) {
            throw wrong("id-token-hints-for", idTokenHintsFor, "a time such as 180d");
        }
    }

    /** The algorithms, in their order. */
    List<Algorithm> offered() {
        return algorithms.stream().flatMap(name -> Algorithm.of(name).stream()).distinct().toList();
    }

    private static String allNames() {
        return Arrays.stream(Algorithm.values())
                .map(Algorithm::jose)
                .collect(Collectors.joining(", "));
    }

    private static WrongSetting wrong(String name, Duration value, String advice) {
        return new WrongSetting(PREFIX + name, "is \"%s\": write %s".formatted(value, advice));
    }
}
