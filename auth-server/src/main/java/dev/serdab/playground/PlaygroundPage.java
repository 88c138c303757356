package dev.serdab.playground;

import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.protocol.QueryString;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.settings.InDevelopment;
import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks for what a developer chose, and shows what came back. */
@Controller
@InDevelopment
class PlaygroundPage {

    private static final String PATH = "/dev/playground";
    private static final List<String> PROMPTS =
            List.of("", "none", "login", "consent", "select_account", "create");
    private static final Set<String> TICKED = Set.of("openid", "profile", "email", "notes.read");

    private final ServerSettings settings;
    private final Clients clients;
    private final AppCalls calls;

    PlaygroundPage(ServerSettings settings, Clients clients, AppCalls calls) {
        this.settings = settings;
        this.clients = clients;
        this.calls = calls;
    }

    /** A scope to choose. */
    record Choice(String name, boolean ticked) {}

    @GetMapping(PATH)
    ModelAndView start() {
        var scopes = clients.find(Player.WEB.clientId()).map(Client::scopes).orElse(Set.of());
        return new ModelAndView("playground/start")
                .addObject("clients", Arrays.stream(Player.values()).map(Player::clientId).toList())
                .addObject(
                        "scopes",
                        scopes.stream()
                                .map(name -> new Choice(name, TICKED.contains(name)))
                                .toList())
                .addObject("prompts", PROMPTS)
                .addObject("server", McpPage.DEMO_API);
    }

    /** Makes the request; the browser takes it along when the developer has seen it. */
    @PostMapping(PATH)
    ModelAndView ask(
            @RequestParam String client,
            @RequestParam(name = "scope", required = false) @Nullable List<String> scopes,
            @RequestParam(defaultValue = "") String prompt,
            @RequestParam(defaultValue = "") String resource,
            HttpServletResponse response) {
        var attempt = Attempt.begin(player(client));
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client);
        parameters.put("redirect_uri", callback());
        parameters.put("scope", scopes == null ? "" : String.join(" ", scopes));
        parameters.put("state", attempt.state());
        parameters.put("nonce", RandomSecret.hex(32));
        parameters.put("code_challenge", attempt.challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.put("prompt", prompt);
        parameters.put("resource", resource);
        parameters.values().removeIf(String::isBlank);
        remember(attempt, response);
        return new ModelAndView("playground/request")
                .addObject("parameters", parameters)
                .addObject(
                        "url",
                        QueryString.append(
                                settings.at("/oauth2/authorize").toString(), parameters));
    }

    /** Where the answer comes, as to any app. */
    @GetMapping(PATH + "/callback")
    ModelAndView callback(
            @RequestParam Map<String, String> answer,
            @CookieValue(name = Attempt.COOKIE, defaultValue = "") String cookie) {
        var attempt =
                Attempt.read(cookie)
                        .filter(begun -> begun.state().equals(answer.get("state")))
                        .orElse(null);
        var code = answer.get("code");
        var page =
                new ModelAndView("playground/callback")
                        .addObject("answer", answer)
                        .addObject("isOurs", attempt != null)
                        .addObject("isIssuer", settings.issuer().equals(answer.get("iss")));
        if (attempt != null && code != null) {
            page.addObject(
                    "hand",
                    new Hand(
                            attempt.player().clientId(),
                            code,
                            attempt.verifier(),
                            null,
                            null,
                            null));
            page.addObject(
                    "curl",
                    calls.curl(
                            attempt.player(),
                            "/oauth2/token",
                            redemption(code, attempt.verifier())));
        }
        return page;
    }

    @PostMapping(path = PATH + "/token", params = "code")
    ModelAndView redeem(Hand hand) {
        var form = redemption(text(hand.code()), text(hand.verifier()));
        return brought(hand, calls.post(player(hand.client()), "/oauth2/token", form));
    }

    @PostMapping(path = PATH + "/token", params = "!code")
    ModelAndView refresh(Hand hand) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", text(hand.refresh()));
        return brought(hand, calls.post(player(hand.client()), "/oauth2/token", form));
    }

    @PostMapping(PATH + "/userinfo")
    ModelAndView userInfo(Hand hand) {
        return tokens(hand, calls.get("/userinfo", text(hand.access())));
    }

    /** With its refresh token an app gives everything back; without one, the access token. */
    @PostMapping(PATH + "/revoke")
    ModelAndView revoke(Hand hand) {
        var token = text(hand.refresh()).isEmpty() ? hand.access() : hand.refresh();
        var form = Map.of("token", text(token));
        return tokens(hand, calls.post(player(hand.client()), "/oauth2/revoke", form));
    }

    private static ModelAndView brought(Hand hand, Exchange exchange) {
        return tokens(exchange.isGood() ? hand.with(exchange) : hand, exchange);
    }

    private static ModelAndView tokens(Hand hand, Exchange exchange) {
        return new ModelAndView("playground/tokens")
                .addObject("exchange", exchange)
                .addObject("hand", hand)
                .addObject("tokens", hand.tokens());
    }

    private Map<String, String> redemption(String code, String verifier) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", callback());
        form.put("code_verifier", verifier);
        return form;
    }

    private String callback() {
        return settings.at(PATH + "/callback").toString();
    }

    private static Player player(String clientId) {
        return Player.of(clientId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void remember(Attempt attempt, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(Attempt.COOKIE, attempt.cookie())
                        .path(PATH)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(Duration.ofMinutes(30))
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
