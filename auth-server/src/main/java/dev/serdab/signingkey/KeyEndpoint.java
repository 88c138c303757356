package dev.serdab.signingkey;

import dev.serdab.signingkey.KeyCommands.Outcome;
import dev.serdab.signingkey.KeyImports.Start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /actuator/signingkeys} on the management port, for whoever shows the operator's token. The
 * script {@code bin/serdab-keys} speaks to it.
 */
@Component
@WebEndpoint(id = "signingkeys")
class KeyEndpoint {

    private final SigningKeys keys;
    private final KeyCommands commands;
    private final KeyImports imports;
    private final Clock clock;

    KeyEndpoint(SigningKeys keys, KeyCommands commands, KeyImports imports, Clock clock) {
        this.keys = keys;
        this.commands = commands;
        this.imports = imports;
        this.clock = clock;
    }

    /** All keys, without anything secret. */
    @ReadOperation
    Map<String, Object> list() {
        var now = clock.instant();
        var ring = keys.ring();
        return Map.of(
                "keys", ring.entries().stream().map(entry -> line(ring, entry, now)).toList());
    }

    /** Carries out a command and answers with all keys. */
    @WriteOperation
    WebEndpointResponse<Map<String, Object>> command(
            @Selector String command,
            @Nullable String kid,
            @Nullable String algorithm,
            @Nullable Boolean now,
            @Nullable String key,
            @Nullable String start) {
        var outcome =
                switch (command) {
                    case "rotate" -> rotate(algorithm, Boolean.TRUE.equals(now));
                    case "retire" -> kid == null ? missing("kid") : commands.retire(kid);
                    case "remove" -> kid == null ? missing("kid") : commands.remove(kid);
                    case "import" -> key == null ? missing("key") : add(key, kid, algorithm, start);
                    default ->
                            new Outcome.Refused(
                                    "The commands are rotate, retire, remove and import.");
                };
        return switch (outcome) {
            case Outcome.Done() -> new WebEndpointResponse<>(list());
            case Outcome.Unknown(var unknown) -> error(404, "There is no key " + unknown + ".");
            case Outcome.Refused(var sentence) -> error(400, sentence);
        };
    }

    private Outcome rotate(@Nullable String name, boolean now) {
        var wanted =
                name == null ? keys.offered() : Algorithm.of(name).map(List::of).orElse(List.of());
        return wanted.stream()
                .map(algorithm -> commands.rotate(algorithm, now))
                .reduce(
                        wanted.isEmpty() ? unknownAlgorithm(name) : new Outcome.Done(),
                        (sum, one) -> sum instanceof Outcome.Done ? one : sum);
    }

    private Outcome add(
            String key, @Nullable String kid, @Nullable String algorithm, @Nullable String start) {
        return start(start)
                .map(known -> imports.add(key, kid, algorithm, known))
                .orElseGet(() -> new Outcome.Refused("start is active, published or retired."));
    }

    private static Optional<Start> start(@Nullable String name) {
        return name == null
                ? Optional.of(Start.ACTIVE)
                : Arrays.stream(Start.values())
                        .filter(start -> start.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst();
    }

    private static Map<String, Object> line(KeyRing ring, KeyRing.Entry entry, Instant now) {
        var line = new LinkedHashMap<String, Object>();
        line.put("kid", entry.row().kid());
        line.put("algorithm", entry.row().algorithm().jose());
        line.put("state", ring.state(entry, now).text());
        line.put("created", entry.row().createdAt().toString());
        line.put("activates", entry.row().activatesAt().toString());
        ring.retiredSince(entry, now)
                .ifPresent(since -> {
                    line.put("retired", since.toString());
                    line.put("unpublished", since.plus(ring.retiredFor()).toString());
                    line.put("removed", since.plus(ring.keptFor()).toString());
                });
        return line;
    }

    private static Outcome missing(String name) {
        return new Outcome.Refused(name + " is missing.");
    }

    private static Outcome unknownAlgorithm(@Nullable String name) {
        return new Outcome.Refused("There is no algorithm %s here.".formatted(name));
    }

    private static WebEndpointResponse<Map<String, Object>> error(int status, String sentence) {
        return new WebEndpointResponse<>(Map.of("error", sentence), status);
    }
}
