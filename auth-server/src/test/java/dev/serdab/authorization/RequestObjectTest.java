package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.App;
import dev.serdab.testing.Ask;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.Page;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.SignedAssertion;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Authorization requests that their client signed (RFC 9101, OpenID Connect Core §6.1). */
@Import(MovableClock.class)
class RequestObjectTest extends ServerTest {

    private static final ClientKey EC = ClientKey.ec("ec");
    private static final ClientKey RSA = ClientKey.rsa("rsa", 2048);
    private static final ClientKey FOREIGN = ClientKey.ec("ec");

    private static final String CALLBACK = "https://signer.example.com/callback";
    private static final String OTHER = "https://signer.example.com/other";
    private static final String UNBELIEVED = "We can’t believe this app’s request";

    @Autowired MovableClock clock;

    private App signer;
    private App strict;
    private App plain;
    private Account ada;
    private Browser browser;

    @DynamicPropertySource
    static void clients(DynamicPropertyRegistry settings) {
        client(settings, 0, "signer", Map.of("jwks", ClientKey.jwks(EC, RSA)));
        client(
                settings,
                1,
                "strict",
                Map.of("jwks", ClientKey.jwks(EC), "require-signed-request-object", "true"));
        client(settings, 2, "stranger", Map.of("jwks", ClientKey.jwks(FOREIGN)));
        client(settings, 3, "plain", Map.of());
    }

    private static void client(
            DynamicPropertyRegistry settings, int i, String clientId, Map<String, String> more) {
        var prefix = "serdab.bootstrap.clients[" + i + "].";
        settings.add(prefix + "client-id", () -> clientId);
        settings.add(prefix + "client-secret", () -> App.secret(clientId));
        settings.add(prefix + "redirect-uris", () -> CALLBACK + ", " + OTHER);
        settings.add(prefix + "scope", () -> "openid profile notes.read");
        settings.add(prefix + "audience", () -> "https://one.example, https://two.example");
        settings.add(prefix + "require-consent", () -> false);
        more.forEach((name, value) -> settings.add(prefix + name, () -> value));
    }

    @BeforeEach
    void somebodyIsThere() {
        signer = App.confidential(issuer, "signer", CALLBACK);
        strict = App.confidential(issuer, "strict", CALLBACK);
        plain = App.confidential(issuer, "plain", CALLBACK);
        ada = people.registered("ada@example.org");
        browser = new Browser(issuer);
    }

    @ParameterizedTest
    @CsvSource({"ES256, ec", "RS256, rsa", "PS256, rsa"})
    void whatTheClientSignedCounts(String algorithm, String kid) {
        var ask = signer.asks("openid notes.read");
        var key = kid.equals("ec") ? EC : RSA;
        var object = object("signer", ask, algorithm, key);

        var page = browser.signIn(opens("signer", object.text()), ada);

        assertThat(page.sentToApp()).containsEntry("state", ask.get("state"));
        assertThat(signer.redeems(page.code(), ask).expect(200).text("scope"))
                .isEqualTo("openid notes.read");
    }

    @Test
    void whatStandsBesideItIsIgnored() {
        var ask = signer.asks("openid").with("prompt", "none");
        var beside =
                ask.with("request", object(ask).text())
                        .with("scope", "openid profile")
                        .with("state", "changed on the way")
                        .with("redirect_uri", OTHER)
                        .without("prompt", "nonce", "code_challenge", "code_challenge_method");

        var page = browser.open(beside);

        assertThat(page.error()).isEqualTo("login_required");
        assertThat(page.answer().location().toString()).startsWith(CALLBACK + "?");
        assertThat(page.sentToApp()).containsEntry("state", ask.get("state"));
    }

    @Test
    void nothingIsTakenFromBesideIt() {
        var ask = signer.asks("openid").with("prompt", "none");
        var lacking = object(ask).with("code_challenge", null);

        assertThat(browser.open(ask.with("request", lacking.text())).error())
                .isEqualTo("invalid_request");
    }

    @Test
    void aSignedRequestThatIsWrongIsToldSoLikeAnyOther() {
        var unregistered =
                object(signer.asks("openid")).with("redirect_uri", "https://evil.example");

        opens("signer", unregistered.text()).isError(400, "We can’t send you back to this app");
        assertThat(opens("signer", object(signer.asks("admin")).text()).error())
                .isEqualTo("invalid_scope");
    }

    @Test
    void membersMayHaveTheirOwnJsonForms() {
        browser.signedIn(ada);
        clock.pass(Duration.ofMinutes(1));
        var ask = signer.asks("openid");
        var object =
                object(ask)
                        .with("max_age", 600)
                        .with("resource", List.of("https://one.example", "https://two.example"))
                        .with("claims", Map.of("id_token", Map.of("name", Map.of())))
                        .with("made-up", List.of(1));

        assertThat(opens("signer", object.text()).code()).isNotEmpty();
        opens("signer", object.with("max_age", 30).text()).isAt("/sign-in");
        assertThat(opens("signer", object.with("resource", List.of("https://x")).text()).error())
                .isEqualTo("invalid_target");
        isNotBelieved(object.with("scope", List.of("openid")));
        isNotBelieved(object.with("state", true).with("nonce", Map.of()).with("prompt", List.of()));
    }

    @Test
    void aSignInTakesItsTimeThoughTheObjectRunsOut() {
        var ask = signer.asks("openid");
        var page = opens("signer", object(ask).text());
        clock.pass(Duration.ofMinutes(10));

        var code = browser.signIn(page, ada).code();

        signer.redeems(code, ask).expect(200);
    }

    @Test
    void itMayComeByPost() {
        var ask = signer.asks("openid");
        var form = Map.of("client_id", "signer", "request", object(ask).text());

        var page = browser.signIn(browser.post("/oauth2/authorize", form), ada);

        signer.redeems(page.code(), ask).expect(200);
    }

    @Test
    void whatWasNotSignedByTheClientIsNotBelieved() {
        var good = object(signer.asks("openid"));
        var text = good.text();

        isNotBelieved(good.signedBy(FOREIGN));
        isNotBelieved(good.withHeader("kid", "rsa"));
        isNotBelieved(object("stranger", signer.asks("openid"), "ES256", FOREIGN));
        isNotBelieved(text.substring(0, text.lastIndexOf('.') + 1));
        isNotBelieved("nonsense");
        isNotBelieved("");
        isNotBelieved(
                "eyJhbGciOiJub25lIn0"
                        + text.substring(text.indexOf('.'), text.lastIndexOf('.') + 1));
        isNotBelieved(ClientKey.text(Map.of("alg", "HS256"), good.claims(), new byte[32]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth-authz-req+jwt", "JWT", "application/oauth-authz-req+jwt"})
    void itMaySayWhatItIs(String type) {
        var object = object(signer.asks("openid")).withHeader("typ", type);

        opens("signer", object.text()).isAt("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-authentication+jwt", "at+jwt", "dpop+jwt"})
    void aTokenForAnotherUseIsNoRequest(String type) {
        isNotBelieved(object(signer.asks("openid")).withHeader("typ", type));
    }

    @Test
    void itSaysWhoseItIsAndForWhom() {
        var good = object(signer.asks("openid"));

        opens("signer", good.with("aud", List.of("https://x", issuer)).text()).isAt("/sign-in");
        opens("signer", good.with("client_id", null).text()).isAt("/sign-in");
        isNotBelieved(good.with("aud", null));
        isNotBelieved(good.with("aud", "https://other.example.com"));
        isNotBelieved(good.with("aud", issuer + "/oauth2/authorize"));
        isNotBelieved(good.with("iss", null));
        isNotBelieved(good.with("iss", "stranger"));
        isNotBelieved(good.with("client_id", "stranger"));
        isNotBelieved(good.with("sub", "signer"));
        isNotBelieved(good.with("request", "x"));
        isNotBelieved(good.with("request_uri", "https://signer.example.com/request"));
    }

    @Test
    void itsTimesAreLookedAt() {
        var good = object(signer.asks("openid"));
        long now = clock.instant().getEpochSecond();

        opens("signer", good.with("exp", null).text()).isAt("/sign-in");
        opens("signer", good.with("nbf", now + 8).text()).isAt("/sign-in");
        isNotBelieved(good.with("exp", now - 60));
        isNotBelieved(good.with("exp", "soon"));
        isNotBelieved(good.with("nbf", now + 120));
        isNotBelieved(good.with("iat", now + 120));
    }

    @Test
    void theErrorGoesToTheAppWhenTheRequestSaysWhere() {
        var ask = signer.asks("openid").with("request", "nonsense");

        var page = browser.open(ask);

        assertThat(page.error()).isEqualTo("invalid_request_object");
        assertThat(page.sentToApp())
                .containsEntry("state", ask.get("state"))
                .containsEntry("iss", issuer);
    }

    @Test
    void anAppWithoutKeysSignsNothing() {
        var ask = plain.asks("openid");
        var object = object("plain", ask, "ES256", EC);

        assertThat(browser.open(ask.with("request", object.text())).error())
                .isEqualTo("invalid_request_object");
    }

    @Test
    void whoeverInsistsOnSignaturesIsAskedForOne() {
        var ask = strict.asks("openid");

        assertThat(browser.open(ask).error()).isEqualTo("invalid_request");
        assertThat(browser.post("/oauth2/authorize", ask.parameters()).error())
                .isEqualTo("invalid_request");
        var signed = object("strict", ask, "ES256", EC).text();
        var page = browser.signIn(opens("strict", signed), ada);
        strict.redeems(page.code(), ask).expect(200);
    }

    @Test
    void requestUriIsNotOfferedNeitherAloneNorBeside() {
        var ask = signer.asks("openid").with("request_uri", "https://signer.example.com/r");

        assertThat(browser.open(ask).error()).isEqualTo("request_uri_not_supported");
        assertThat(browser.open(ask.with("request", object(ask).text())).error())
                .isEqualTo("request_uri_not_supported");
        browser.open(ask.with("redirect_uri", "https://evil.example"))
                .isError(400, "We can’t send you back to this app");
    }

    private Page opens(String clientId, String object) {
        return browser.open(new Ask(Map.of("client_id", clientId, "request", object), "").path());
    }

    private void isNotBelieved(SignedAssertion object) {
        isNotBelieved(object.text());
    }

    private void isNotBelieved(String object) {
        var page = opens("signer", object.isEmpty() ? " " : object);

        page.isError(400, UNBELIEVED);
        assertThat(page.html().select(".detail").text()).startsWith("request: ");
    }

    private SignedAssertion object(Ask ask) {
        return object("signer", ask, "ES256", EC);
    }

    private SignedAssertion object(String clientId, Ask ask, String algorithm, ClientKey key) {
        var object =
                SignedAssertion.of(clientId, issuer, clock.instant(), algorithm, key)
                        .with("sub", null);
        var claims = new LinkedHashMap<>(object.claims());
        claims.putAll(ask.parameters());
        return new SignedAssertion(key, object.header(), claims);
    }
}
