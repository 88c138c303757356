package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.bootstrap.Demo;
import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.DemoSystem;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ServerProcess;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Which of the server's tokens an API takes that trusts it. */
class DemoApiIT {

    private static final String NOTE =
            """
            {"text": "seen from both sides"}\
            """;

    private final ServerProcess server = DemoSystem.running().server();
    private final Http api = DemoSystem.running().api().http();

    @Test
    void whoeverSignedInIsKnownToTheApi() {
        var tokens = demoPersonsTokens("openid notes.read");

        var answer = api.bearer(tokens.access()).get("/whoami").expect(200);

        assertThat(answer.text("sub")).isEqualTo(Jwt.parse(tokens.id()).text("sub"));
        assertThat(answer.text("iss")).isEqualTo(server.issuer());
    }

    @Test
    void aServiceSpeaksForItself() {
        var token =
                App.demoMachine(server.issuer()).asksForItself("notes.read").text("access_token");

        assertThat(api.bearer(token).get("/whoami").expect(200).text("sub"))
                .isEqualTo(Demo.MACHINE);
    }

    @Test
    void theAccountApisAccessTokenCountsLikeAnyOther() {
        var pair = demoPersonsJwts();

        api.bearer(pair.text("access")).get("/whoami").expect(200);
        api.bearer(pair.text("access")).get("/notes").expect(200);
        isRefused(api.bearer(pair.text("access")).json("POST", "/notes", NOTE), 403);
    }

    @Test
    void onlyAccessTokensCount() {
        var tokens = demoPersonsTokens("openid offline_access notes.read");

        isRefused(api.bearer(tokens.id()).get("/whoami"), 401);
        isRefused(api.bearer(tokens.refresh()).get("/whoami"), 401);
        isRefused(api.bearer(demoPersonsJwts().text("refresh")).get("/whoami"), 401);
        isRefused(api.get("/whoami"), 401);
    }

    @Test
    void notesAskForTheirScopes() {
        var reader = api.bearer(demoPersonsTokens("openid notes.read").access());
        var writer = api.bearer(demoPersonsTokens("openid notes.write").access());

        isRefused(api.get("/notes"), 401);
        isRefused(api.json("POST", "/notes", NOTE), 401);
        reader.get("/notes").expect(200);
        isRefused(reader.json("POST", "/notes", NOTE), 403);
        isRefused(writer.get("/notes"), 403);
        writer.json("POST", "/notes", NOTE).expect(201);
        assertThat(reader.get("/notes").expect(200).body()).contains("seen from both sides");
    }

    private Tokens demoPersonsTokens(String scope) {
        var app = App.demoWeb(server.issuer());
        var browser = new Browser(server.issuer());
        var ask = app.asks(scope).with("prompt", "consent");
        var consent = browser.signIn(browser.open(ask), Demo.EMAIL, Demo.PASSWORD);
        return Tokens.of(app.redeems(browser.allow(consent).code(), ask));
    }

    private Answer demoPersonsJwts() {
        var person = Map.of("email", Demo.EMAIL, "password", Demo.PASSWORD);
        return server.http().post("/jwt/create/", person).expect(200);
    }

    private static void isRefused(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
