package dev.serdab.demo.token;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Whose tokens count, and for whom they must be meant. Checked at the start rather than at the
 * first call.
 *
 * @param issuer the server that signs the tokens, spelled as in their {@code iss}
 * @param audiences a token must name one of them in its {@code aud}
 */
public record Trust(String issuer, List<String> audiences) {

    private static final String PREFIX = "spring.security.oauth2.resourceserver.jwt.";

    /** Refuses settings that no token could satisfy. */
    public Trust {
        audiences = List.copyOf(audiences);
        if (!isAddress(issuer)) {
            throw refused("issuer-uri", issuer, "It must be the address of the server that signs.");
        }
        if (audiences.isEmpty() || !isAddress(audiences.getFirst())) {
            throw refused(
                    "audiences",
                    audiences,
                    "The first must be the address of this API (RFC 9728 §1.2).");
        }
    }

    /** The resource identifier of this API (RFC 9728 §1.2). */
    public URI resource() {
        return URI.create(audiences.getFirst());
    }

    private static boolean isAddress(String value) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static RuntimeException refused(String name, @Nullable Object value, String reason) {
        return new InvalidConfigurationPropertyValueException(PREFIX + name, value, reason);
    }
}
