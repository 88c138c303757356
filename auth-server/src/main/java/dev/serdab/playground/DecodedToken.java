package dev.serdab.playground;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A signed token, opened. Its signature is not checked here: this page asked for it itself.
 *
 * @param kind which of the tokens it is
 */
record DecodedToken(String kind, String text, List<Line> header, List<Line> claims) {

    private static final Set<String> TIMES = Set.of("exp", "iat", "nbf", "auth_time", "updated_at");

    /**
     * A member of it.
     *
     * @param time what it means, if it is a time
     */
    record Line(String name, String value, String time) {}

    static Optional<DecodedToken> of(String kind, String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return Optional.of(new DecodedToken(kind, text, lines(parts[0]), lines(parts[1])));
    }

    private static List<Line> lines(String part) {
        return Exchange.parse(decoded(part)).properties().stream()
                .map(member -> line(member.getKey(), member.getValue()))
                .toList();
    }

    private static Line line(String name, JsonNode value) {
        var text = value.isString() ? value.stringValue() : value.toString();
        var time =
                TIMES.contains(name) && value.isIntegralNumber()
                        ? Instant.ofEpochSecond(value.longValue()).toString()
                        : "";
        return new Line(name, text, time);
    }

    private static String decoded(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
