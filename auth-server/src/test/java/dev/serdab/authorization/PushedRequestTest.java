package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.Ask;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.Http;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.SignedAssertion;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Authorization requests that their client pushed (RFC 9126). */
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[5].client-id=pusher
                serdab.bootstrap.clients[5].redirect-uris=https://pusher.example.com/callback
                serdab.bootstrap.clients[5].token-endpoint-auth-method=private_key_jwt
                serdab.bootstrap.clients[5].jwks=${test.jwks}

                serdab.bootstrap.clients[6].client-id=strict
                serdab.bootstrap.clients[6].client-secret=the secret of strict, which is long enough
                serdab.bootstrap.clients[6].redirect-uris=https://pusher.example.com/callback
                serdab.bootstrap.clients[6].require-consent=false
                serdab.bootstrap.clients[6].require-pushed-authorization-requests=true

                serdab.bootstrap.clients[7].client-id=signer
                serdab.bootstrap.clients[7].client-secret=the secret of signer, which is long enough
                serdab.bootstrap.clients[7].redirect-uris=https://pusher.example.com/callback
                serdab.bootstrap.clients[7].require-consent=false
                serdab.bootstrap.clients[7].jwks=${test.jwks}
                serdab.bootstrap.clients[7].require-signed-request-object=true
                """)
class PushedRequestTest extends ProtocolTest {

    private static final ClientKey KEY = ClientKey.ec("ec");
    private static final String OVER = "This request is over";
    private static final String CALLBACK = "https://pusher.example.com/callback";

    private Account ada;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry settings) {
        settings.add("test.jwks", () -> ClientKey.jwks(KEY));
    }

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void aPushedRequestIsAnsweredLikeOneThatTheBrowserBrought() {
        var ask = notes.asks("openid notes.read");
        var pushed = pushes(notes, ask).expect(201);

        assertThat(pushed.json().path("expires_in").asInt()).isEqualTo(60);
        assertThat(pushed.header("Cache-Control")).contains("no-store");
        assertThat(pushed.text("request_uri"))
                .matches("urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}");
        var page = browser.allow(browser.signIn(opens(notes, pushed), ada));
        assertThat(page.sentToApp())
                .containsEntry("state", ask.get("state"))
                .containsEntry("iss", issuer);
        var tokens = notes.redeems(page.code(), ask).expect(200);
        assertThat(tokens.text("scope")).isEqualTo("openid notes.read");
    }

    @Test
    void everyKindOfClientMayPush() {
        pushes(legacy, legacy.asks("openid")).expect(201);
        pushes(mobile, mobile.asks("openid")).expect(201);
        pushesWithAKey("pusher", App.confidential(issuer, "pusher", CALLBACK).asks("openid"))
                .expect(201);
    }

    @Test
    void aClientMustShowWhoItIs() {
        int before = waiting();
        var ask = notes.asks("openid");
        var wrong = app.basic("notes", "not the secret of notes, though long enough");

        assertThat(app.post("/oauth2/par", ask.parameters()).expect(401).text("error"))
                .isEqualTo("invalid_client");
        assertThat(wrong.post("/oauth2/par", ask.parameters()).expect(401).text("error"))
                .isEqualTo("invalid_client");
        app.get("/oauth2/par?" + Http.form(ask.parameters())).expect(405);
        assertThat(waiting()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "scope, admin, invalid_scope",
        "response_type, token, unsupported_response_type",
        "code_challenge_method, plain, invalid_request",
        "redirect_uri, https://evil.example.com/callback, invalid_request",
        "prompt, none login, invalid_request",
        "resource, https://other.example.com, invalid_target",
        "claims, not JSON, invalid_request",
        "id_token_hint, not a token, invalid_request",
        "request, not a JWT, invalid_request_object",
        "request_uri, urn:ietf:params:oauth:request_uri:abc, invalid_request",
    })
    void whatIsWrongIsToldAtOnceByTheSameRules(String name, String value, String error) {
        int before = waiting();
        var refused = pushes(notes, notes.asks("openid").with(name, value)).expect(400);

        assertThat(refused.text("error")).isEqualTo(error);
        assertThat(refused.text("error_description")).isNotEmpty();
        assertThat(refused.header("Location")).isEmpty();
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void itCanBeReloadedUntilItIsAnswered() {
        var ask = trusted.asks("openid");
        var pushed = pushes(trusted, ask);

        opens(trusted, pushed).isAt("/sign-in");
        var page = opens(trusted, pushed).isAt("/sign-in");
        trusted.redeems(browser.signIn(page, ada).code(), ask).expect(200);

        opens(trusted, pushed).isError(400, OVER);
    }

    @Test
    void anErrorIsAnAnswerToo() {
        var pushed = pushes(trusted, trusted.asks("openid").with("prompt", "none"));

        assertThat(opens(trusted, pushed).error()).isEqualTo("login_required");
        opens(trusted, pushed).isError(400, OVER);
    }

    @Test
    void ofManyBrowsersAtOnceOneGetsTheAnswer() {
        browser.signedIn(ada);
        var pushed = pushes(trusted, trusted.asks("openid"));

        var answers = AtOnce.call(8, () -> browser.http().get(path(trusted.clientId(), pushed)));

        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(7);
    }

    @Test
    void theBrowserHasAMinuteToComeAndThenAllTheTimeThatOthersHave() {
        var late = pushes(trusted, trusted.asks("openid"));
        clock.pass(Duration.ofSeconds(61));
        opens(trusted, late).isError(400, OVER);

        var ask = trusted.asks("openid");
        var intime = pushes(trusted, ask);
        clock.pass(Duration.ofSeconds(59));
        var page = opens(trusted, intime).isAt("/sign-in");
        clock.pass(Duration.ofMinutes(20));
        opens(trusted, intime).isError(400, OVER);

        trusted.redeems(browser.signIn(page, ada).code(), ask).expect(200);
    }

    @Test
    void aSignInBeforeItsFirstVisitWasNotMadeForIt() {
        var pushed = pushes(trusted, trusted.asks("openid").with("prompt", "login"));
        clock.pass(Duration.ofSeconds(10));
        browser.signedIn(ada);
        clock.pass(Duration.ofSeconds(10));

        var page = opens(trusted, pushed).isAt("/sign-in");
        clock.pass(Duration.ofSeconds(1));
        assertThat(browser.signIn(page, ada).code()).isNotEmpty();
    }

    @Test
    void itIsOfNoUseToAnotherClient() {
        browser.signedIn(ada);
        var pushed = pushes(trusted, trusted.asks("openid"));

        browser.open(path("notes", pushed)).isError(400, OVER);
        browser.open(path("made-up", pushed)).isError(400, OVER);
        browser.open("/oauth2/authorize?request_uri=" + pushed.text("request_uri"))
                .isError(400, "We don’t know which app sent you");
        assertThat(opens(trusted, pushed).code()).isNotEmpty();
    }

    @Test
    void whatStandsBesideItIsIgnored() {
        browser.signedIn(ada);
        var ask = trusted.asks("openid");
        var beside =
                "&scope=openid+profile&state=changed&redirect_uri=https://evil.example.com"
                        + "&resource=a&resource=b";

        var page = browser.open(path("trusted", pushes(trusted, ask)) + beside);

        assertThat(page.sentToApp()).containsEntry("state", ask.get("state"));
        assertThat(page.answer().location().toString()).startsWith(trusted.redirectUri() + "?");
        assertThat(trusted.redeems(page.code(), ask).expect(200).text("scope")).isEqualTo("openid");
    }

    @Test
    void itMayComeByPost() {
        browser.signedIn(ada);
        var ask = trusted.asks("openid");
        var uri = pushes(trusted, ask).text("request_uri");

        var page =
                browser.post(
                        "/oauth2/authorize", Map.of("client_id", "trusted", "request_uri", uri));

        trusted.redeems(page.code(), ask).expect(200);
    }

    @Test
    void aClientMayBeHeldToIt() {
        var strict = App.confidential(issuer, "strict", CALLBACK);
        var ask = strict.asks("openid");
        browser.signedIn(ada);

        assertThat(browser.open(ask).error()).isEqualTo("invalid_request");
        assertThat(browser.post("/oauth2/authorize", ask.parameters()).error())
                .isEqualTo("invalid_request");
        assertThat(opens(strict, pushes(strict, ask)).code()).isNotEmpty();
    }

    @Test
    void aSignedRequestCanBePushed() {
        browser.signedIn(ada);
        var signer = App.confidential(issuer, "signer", CALLBACK);
        var ask = signer.asks("openid");
        var claims = new LinkedHashMap<String, Object>(ask.parameters());
        claims.put("iss", "signer");
        claims.put("aud", issuer);
        var object = KEY.sign(Map.of("alg", "ES256", "kid", "ec"), claims);

        var pushed = signer.calls("/oauth2/par", Map.of("request", object)).expect(201);
        var page = opens(signer, pushed);

        signer.redeems(page.code(), ask).expect(200);
        assertThat(pushes(signer, ask).expect(400).text("error")).isEqualTo("invalid_request");
        var bare = signer.calls("/oauth2/par", Map.of("request", object + "x")).expect(400);
        assertThat(bare.text("error")).isEqualTo("invalid_request_object");
    }

    @Test
    void nothingOfItTravelsInAddressesOrCookies() {
        var pushed = pushes(notes, notes.asks("openid").with("login_hint", "ada@example.org"));

        var first = browser.http().get(path("notes", pushed)).expect(303);

        assertThat(first.location().toString()).doesNotContain("ada", "scope", "state");
        assertThat(first.response().headers().allValues("Set-Cookie").toString())
                .doesNotContain("ada");
    }

    private int waiting() {
        return database.sql()
                .sql("select count(*) from pending_authorization")
                .query(Integer.class)
                .single();
    }

    private static String path(String clientId, Answer pushed) {
        return "/oauth2/authorize?"
                + Http.form(
                        Map.of("client_id", clientId, "request_uri", pushed.text("request_uri")));
    }

    private Page opens(App app, Answer pushed) {
        return browser.open(path(app.clientId(), pushed));
    }

    private static Answer pushes(App app, Ask ask) {
        return app.calls("/oauth2/par", ask.parameters());
    }

    private Answer pushesWithAKey(String clientId, Ask ask) {
        var form =
                new LinkedHashMap<>(
                        SignedAssertion.of(clientId, issuer, clock.instant(), "ES256", KEY).form());
        form.putAll(ask.without("client_id").parameters());
        return app.post("/oauth2/par", form);
    }
}
