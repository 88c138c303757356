package dev.serdab.playground;

import dev.serdab.outbound.Outbound;
import dev.serdab.outbound.Reply;
import dev.serdab.playground.McpStep.Asked;
import dev.serdab.playground.McpStep.Verdict;
import dev.serdab.settings.InDevelopment;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The steps of {@link McpCheck} that ask somebody. */
@Component
@InDevelopment
class McpFetcher {

    private static final Pattern METADATA =
            Pattern.compile("resource_metadata=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int SHOWN = 1500;

    private final Outbound outbound;

    McpFetcher(Outbound outbound) {
        this.outbound = outbound;
    }

    /**
     * What was found.
     *
     * @param address where the next step lies, if it was said
     */
    record Found(McpStep step, JsonNode json, Optional<URI> address) {}

    /** A request without a token is answered 401, with the place of the metadata. */
    Found challenge(URI server) {
        var reply = outbound.look(server, "application/json, text/event-stream", MOST_BYTES);
        var asked = List.of(asked(server, reply));
        if (!(reply instanceof Reply.Answered answer)) {
            return found("challenge", asked, Verdict.BAD, "The MCP server cannot be asked.");
        }
        var challenge = Objects.requireNonNullElse(answer.challenge(), "");
        if (answer.status() != 401) {
            return found(
                    "challenge",
                    asked,
                    Verdict.BAD,
                    "A request without a token must be answered 401.");
        }
        var named = METADATA.matcher(challenge);
        if (!named.find()) {
            return found(
                    "challenge",
                    asked,
                    Verdict.DOUBTFUL,
                    "WWW-Authenticate has no resource_metadata (RFC 9728 section 5.1): clients have to guess.");
        }
        return uri(named.group(1))
                .map(address ->
                        new Found(
                                new McpStep(
                                        "challenge",
                                        asked,
                                        Verdict.GOOD,
                                        "It says where its metadata lies."),
                                Exchange.parse(""),
                                Optional.of(address)))
                .orElseGet(() ->
                        found(
                                "challenge",
                                asked,
                                Verdict.BAD,
                                "resource_metadata in WWW-Authenticate is no URL."));
    }

    /** The metadata name the server and its authorization server (RFC 9728 §3.3). */
    Found resource(URI server, Optional<URI> said) {
        var places =
                said.map(List::of)
                        .orElseGet(() ->
                                List.of(
                                        server.resolve(RESOURCE + path(server)),
                                        server.resolve(RESOURCE)));
        return first("resource", places, json -> resourceProblem(json, server));
    }

    private static String resourceProblem(JsonNode json, URI server) {
        var name = json.path("resource").asString("");
        if (name.isEmpty() || !isWithin(server, name)) {
            return "resource in it is \"%s\", which is not where the MCP server lies: clients refuse it (RFC 9728 section 3.3)."
                    .formatted(name);
        }
        return json.path("authorization_servers").path(0).asString("").isEmpty()
                ? "authorization_servers in it names nobody."
                : "";
    }

    /** RFC 8414 §3.1, and OpenID Connect's place for the same. */
    Found authorizationServer(String issuer) {
        var address = uri(issuer).orElse(null);
        if (address == null) {
            return found(
                    "server",
                    List.of(),
                    Verdict.BAD,
                    "authorization_servers has \"%s\", which is no URL.".formatted(issuer));
        }
        var path = path(address);
        var places =
                List.of(
                        address.resolve("/.well-known/oauth-authorization-server" + path),
                        address.resolve(path + "/.well-known/openid-configuration"));
        return first(
                "server",
                places,
                json ->
                        json.path("issuer").asString("").equals(issuer)
                                ? ""
                                : "issuer in it is not \"%s\", to the letter (RFC 8414 section 3.3)."
                                        .formatted(issuer));
    }

    /** What is wrong with a document; empty: nothing. */
    private interface Rule {
        String problem(JsonNode json);
    }

    private Found first(String name, List<URI> places, Rule rule) {
        var asked = new ArrayList<Asked>();
        for (var place : places) {
            var reply = outbound.look(place, "application/json", MOST_BYTES);
            asked.add(asked(place, reply));
            if (reply instanceof Reply.Answered answer && answer.isGood()) {
                var json = Exchange.parse(text(answer));
                var problem = json.isObject() ? rule.problem(json) : "It is no JSON object.";
                var verdict = problem.isEmpty() ? Verdict.GOOD : Verdict.BAD;
                var sentence = problem.isEmpty() ? "It says what a client needs." : problem;
                return new Found(
                        new McpStep(name, asked, verdict, sentence), json, Optional.empty());
            }
        }
        return found(name, asked, Verdict.BAD, "There is no such document.");
    }

    private static Asked asked(URI place, Reply reply) {
        return new Asked(
                "GET " + place,
                switch (reply) {
                    case Reply.Answered answer -> shown(answer);
                    case Reply.Refused(var why) -> "Not asked. " + why;
                    case Reply.NotReached() -> "No answer.";
                });
    }

    private static String shown(Reply.Answered answer) {
        var challenge = answer.challenge();
        var text = Exchange.pretty(text(answer));
        return "HTTP %d%s\n%s"
                .formatted(
                        answer.status(),
                        challenge == null ? "" : "\nWWW-Authenticate: " + challenge,
                        text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                .strip();
    }

    private static String text(Reply.Answered answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A client takes a name that its address begins with. */
    private static boolean isWithin(URI server, String resource) {
        return uri(resource)
                .filter(name -> origin(name).equalsIgnoreCase(origin(server)))
                .filter(name -> (path(server) + "/").startsWith(path(name) + "/"))
                .isPresent();
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String path(URI uri) {
        return uri.getRawPath().replaceFirst("/$", "");
    }

    static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text.strip()))
                    .filter(uri -> uri.getHost() != null && uri.getRawPath() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Found found(String name, List<Asked> asked, Verdict verdict, String sentence) {
        return new Found(
                new McpStep(name, asked, verdict, sentence), Exchange.parse(""), Optional.empty());
    }
}
