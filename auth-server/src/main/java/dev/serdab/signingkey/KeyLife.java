package dev.serdab.signingkey;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/** How long a key does what. */
@Component
class KeyLife {

    private final SigningKeySettings settings;
    private final Duration longestToken;

    KeyLife(SigningKeySettings settings, List<SignedLifetime> lifetimes) {
        this.settings = settings;
        this.longestToken =
                lifetimes.stream()
                        .map(SignedLifetime::lifetime)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
    }

    /** The time between two keys of an algorithm. */
    Duration rotateAfter() {
        return settings.rotateAfter();
    }

    /** How long before it signs a key is in the JWK Set. */
    Duration publishAhead() {
        return settings.publishAhead();
    }

    /** How long after it has signed, so that the last token of it has ended. */
    Duration retiredFor() {
        return longer(settings.retiredFor(), longestToken.plus(SigningKeys.SKEW));
    }

    /** How long after it has signed a key is there at all. */
    Duration keptFor() {
        return longer(settings.idTokenHintsFor(), retiredFor());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
