package dev.serdab.page;

import org.springframework.web.servlet.ModelAndView;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages that play an app. */
final class PlaygroundShowcase {

    private PlaygroundShowcase() {}

    enum Verdict {
        GOOD,
        DOUBTFUL,
        BAD
    }

    /** A step of the check of an MCP server, as a controller gives it. */
    record Step(String name, Verdict verdict, String sentence, List<Asked> asked) {}

    record Asked(String request, String answer) {}

    record Hand(
            String client,
            String code,
            String verifier,
            String access,
            String refresh,
            String id) {}

    record Exchange(String curl, int status, String body) {}

    record Token(String kind, List<Line> header, List<Line> claims) {}

    record Line(String name, String value, String time) {}

    record Scope(String name, boolean ticked) {}

    static Map<String, ModelAndView> pages(String evil) {
        var pages = new LinkedHashMap<String, ModelAndView>();
        var hand =
                new Hand("demo-web", "a-code" + evil, "a-verifier", "ey" + evil, "r" + evil, "ey");
        pages.put(
                "playground",
                new ModelAndView("playground/start")
                        .addObject("clients", List.of("demo-web", "demo-spa"))
                        .addObject(
                                "scopes",
                                List.of(new Scope("openid", true), new Scope("email", false)))
                        .addObject("prompts", List.of("", "login"))
                        .addObject("server", "http://localhost:8090/notes" + evil));
        pages.put(
                "playground-request",
                new ModelAndView("playground/request")
                        .addObject("parameters", Map.of("scope", "openid email" + evil))
                        .addObject(
                                "url",
                                "http://localhost:9000/oauth2/authorize?client_id=demo-web&scope=openid%20email"));
        for (boolean isOurs : new boolean[] {true, false}) {
            pages.put(
                    isOurs ? "playground-answer" : "playground-answer-of-another",
                    new ModelAndView("playground/callback")
                            .addObject("answer", Map.of("code", "a-code" + evil))
                            .addObject("isOurs", isOurs)
                            .addObject("isIssuer", true)
                            .addObject("curl", "curl -u demo-web:secret " + evil)
                            .addObject("hand", isOurs ? hand : null));
        }
        var line = List.of(new Line("exp", "1795608000" + evil, "2026-11-25T12:00:00Z"));
        pages.put(
                "playground-tokens",
                new ModelAndView("playground/tokens")
                        .addObject("hand", hand)
                        .addObject("exchange", new Exchange("curl" + evil, 200, "{}" + evil))
                        .addObject(
                                "tokens",
                                List.of(
                                        new Token("access_token", line, line),
                                        new Token("id_token", line, line))));
        for (var verdict : Verdict.values()) {
            pages.put(
                    "playground-mcp-" + verdict,
                    new ModelAndView("playground/mcp")
                            .addObject("server", "http://localhost:8090/notes" + evil)
                            .addObject("isGood", verdict == Verdict.GOOD)
                            .addObject(
                                    "steps",
                                    List.of(
                                            new Step(
                                                    "challenge",
                                                    verdict,
                                                    "It says where its metadata lies." + evil,
                                                    List.of(
                                                            new Asked(
                                                                    "GET /notes" + evil,
                                                                    "HTTP 401" + evil))))));
        }
        return pages;
    }
}
