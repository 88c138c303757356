package dev.serdab.clientregistration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code /actuator/initialaccesstokens} on the management port, for whoever shows the operator's
 * token. The script {@code bin/serdab-registration} speaks to it.
 */
@Component
@WebEndpoint(id = "initialaccesstokens")
class InitialAccessTokenEndpoint {

    private static final int LONGEST_NOTE = 200;
    private static final int MOST_USES = 1_000_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final InitialAccessTokens tokens;

    InitialAccessTokenEndpoint(InitialAccessTokens tokens) {
        this.tokens = tokens;
    }

    /** All that are still good, without the tokens themselves. */
    @ReadOperation
    Map<String, List<Map<String, Object>>> list() {
        return Map.of(
                "tokens", tokens.all().stream().map(InitialAccessTokenEndpoint::line).toList());
    }

    /**
     * Makes one.
     *
     * @param uses how many apps may be registered with it; default: one
     * @param lifetime such as {@code 7d}; default: a day
     * @param note for whom it is
     */
    @WriteOperation
    WebEndpointResponse<Map<String, Object>> make(
            @Nullable Integer uses, @Nullable String lifetime, @Nullable String note) {
        int times = Objects.requireNonNullElse(uses, 1);
        var why = Objects.requireNonNullElse(note, "");
        var goodFor = lifetime == null ? DAY : duration(lifetime);
        if (times < 1 || times > MOST_USES) {
            return error("uses is a number from 1 to %d.".formatted(MOST_USES));
        }
        if (!goodFor.isPositive() || goodFor.compareTo(LONGEST) > 0) {
            return error("lifetime is a time such as 7d.");
        }
        if (why.length() > LONGEST_NOTE) {
            return error("note has more than %d characters.".formatted(LONGEST_NOTE));
        }
        return new WebEndpointResponse<>(Map.of("token", tokens.make(why, times, goodFor)));
    }

    /** Ends one. */
    @DeleteOperation
    WebEndpointResponse<Map<String, Object>> remove(@Selector long id) {
        return tokens.remove(id)
                ? new WebEndpointResponse<>(204)
                : new WebEndpointResponse<>(Map.of("error", "There is no such token."), 404);
    }

    private static Map<String, Object> line(InitialAccessTokens.Kept token) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", token.id());
        line.put("note", token.note());
        line.put("uses_left", token.usesLeft());
        line.put("created", token.createdAt().toString());
        line.put("ends", token.endsAt().toString());
        return line;
    }

    private static Duration duration(String text) {
        try {
            return DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException e) {
            return Duration.ZERO;
        }
    }

    private static WebEndpointResponse<Map<String, Object>> error(String sentence) {
        return new WebEndpointResponse<>(Map.of("error", sentence), 400);
    }
}
