package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.App;
import dev.serdab.testing.Ask;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Operator;
import dev.serdab.testing.Page;
import dev.serdab.testing.SignedAssertion;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan {@code oidcc-dynamic-certification-test-plan} with response type {@code code}: a test
 * for each module, which each names. Three modules ask for what is not offered on purpose: implicit
 * grants (RFC 9700 §2.1.2), and requests at an address that somebody names (RFC 9101 §10.4.1).
 */
class DynamicPlanTest extends RegisteringPlanTest {

    private static final String OTHER =
            "https://suite.example.com/test/a/serdab/callback?dummy1=lorem";

    @Autowired Environment environment;

    /** {@code oidcc-idtoken-rs256}. */
    @Test
    void idTokensAreSignedWithRs256IfTheClientWantsThat() {
        var app = app(registers(with("id_token_signed_response_alg", "RS256")));

        assertThat(idToken(tokens(app)).header()).containsEntry("alg", "RS256");
    }

    /** {@code oidcc-idtoken-unsigned}: skipped, as discovery does not list {@code none}. */
    @Test
    void unsignedIdTokensAreNotOffered() {
        assertThat(texts(discovery().path("id_token_signing_alg_values_supported")))
                .doesNotContain("none");
        registrar.registers(with("id_token_signed_response_alg", "none")).expect(400);
    }

    /** {@code oidcc-userinfo-rs256}. */
    @Test
    void userinfoIsSignedIfTheClientWantsThat() {
        assertThat(texts(discovery().path("userinfo_signing_alg_values_supported")))
                .contains("RS256");
        var app = app(registers(with("userinfo_signed_response_alg", "RS256")));

        var answer = app.asksUserInfo(tokens(app).access()).expect(200);

        assertThat(answer.header("Content-Type")).startsWith("application/jwt");
        var claims = Jwt.parse(answer.body());
        assertThat(claims.header()).containsEntry("alg", "RS256");
        assertThat(claims.claims())
                .containsEntry("iss", issuer)
                .containsEntry("aud", app.clientId())
                .containsKey("sub");
    }

    /** {@code oidcc-ensure-redirect-uri-in-authorization-request}. */
    @Test
    void ofTwoRedirectUrisTheRequestMustNameOne() {
        var app = app(registers(withRedirects(CALLBACK, OTHER)));

        isErrorPage(browser.open(app.asks("openid").withoutPkce().without("redirect_uri")));
    }

    /** {@code oidcc-redirect-uri-query-OK}. */
    @Test
    void aQueryOfTheRedirectUriIsKept() {
        var app = app(registers(withRedirects(OTHER)));
        var ask = app.asks("openid").withoutPkce();

        var page = browser.allow(browser.signIn(browser.open(ask), person));

        assertThat(page.answer().location().toString()).startsWith(OTHER + "&");
        assertThat(page.sentToApp()).containsEntry("dummy1", "lorem").containsKey("code");
        redeemed(app, page.code(), ask);
    }

    /** {@code oidcc-redirect-uri-query-mismatch}. */
    @Test
    void anotherQueryThanRegisteredIsAnError() {
        var app = app(registers(withRedirects(OTHER)));

        isErrorPage(asking(app, CALLBACK + "?dummy1=lorem&dummy2=ipsum"));
        isErrorPage(asking(app, CALLBACK + "?dummy1=ipsum"));
    }

    /** {@code oidcc-redirect-uri-query-added}. */
    @Test
    void aQueryThatIsAddedIsAnError() {
        var app = app(registers(metadata()));

        isErrorPage(asking(app, CALLBACK + "?dummy1=lorem&dummy2=ipsum"));
    }

    /** {@code oidcc-redirect-uri-regfrag}. */
    @Test
    void aRedirectUriWithAFragmentIsRefused() {
        var answer = registrar.registers(withRedirects(CALLBACK + "#foobar")).expect(400);

        assertThat(answer.text("error")).isEqualTo("invalid_redirect_uri");
    }

    /** {@code oidcc-discovery-endpoint-verification}: fails on purpose, and on nothing else. */
    @Test
    void discoveryAnnouncesRegistrationAndNoImplicitGrants() {
        assertThat(discovery().path("registration_endpoint").asString()).startsWith(issuer + "/");
        assertThat(texts(discovery().path("grant_types_supported")))
                .contains("authorization_code")
                .doesNotContain("implicit");
        assertThat(texts(discovery().path("response_types_supported"))).containsExactly("code");
    }

    /** {@code oidcc-server}. */
    @Test
    void theCodeFlowWorksFromEndToEnd() {
        tokens(app(registers(metadata())));
    }

    /** {@code oidcc-registration-logo-uri}, {@code -policy-uri}, {@code -tos-uri}. */
    @ParameterizedTest
    @CsvSource({"logo_uri, img.app-logo", "policy_uri, a.app-policy", "tos_uri, a.app-terms"})
    void whatAnAppSaysAboutItselfIsShownAtSignIn(String member, String element) {
        var said = SITE.at("/" + member);
        var app = app(registers(with(member, said)));

        var page = browser.open(app.asks("openid").withoutPkce()).isAt("/sign-in");

        var shown = page.html().select(element);
        assertThat(shown).hasSize(1);
        assertThat(shown.attr("href") + shown.attr("src"))
                .isEqualTo(
                        member.equals("logo_uri")
                                ? "/client-logo?client_id=" + app.clientId()
                                : said);
        assertThat(browser.signIn(page, person).html().select(element)).hasSize(1);
    }

    /** {@code oidcc-registration-jwks-uri}. */
    @Test
    void keysMayLieAtAnAddress() {
        SITE.shows("/jwks", ClientKey.jwks(KEY));

        tokens(app(registers(withKeysElsewhere())));
    }

    /** {@code oidcc-registration-sector-uri}. */
    @Test
    void aSectorThatListsTheAppIsTaken() {
        SITE.shows("/sector", "[\"%s\"]".formatted(CALLBACK));
        var said = with("sector_identifier_uri", SITE.at("/sector"));

        var app = app(registers(said.put("subject_type", "pairwise")));

        assertThat(texts(discovery().path("subject_types_supported"))).contains("pairwise");
        assertThat(idToken(tokens(app)).text("sub")).isNotEqualTo(person.id().toString());
    }

    /** {@code oidcc-registration-sector-bad}. */
    @Test
    void aSectorThatDoesNotListTheAppIsRefused() {
        SITE.shows("/sector", "[\"https://suite.example.com/another\"]");

        var said = with("sector_identifier_uri", SITE.at("/sector"));

        var answer = registrar.registers(said.put("subject_type", "pairwise")).expect(400);
        assertThat(answer.text("error")).isEqualTo("invalid_client_metadata");
    }

    /** {@code oidcc-server-rotate-keys}. */
    @Test
    void anOperatorRotatesTheKeys() {
        var before = http.get("/oauth2/jwks").expect(200).json().path("keys");

        Operator.of(environment).commands("rotate", Map.of("now", true)).expect(200);

        var after = http.get("/oauth2/jwks").expect(200).json().path("keys");
        var old = before.valueStream().map(key -> key.path("kid").asString()).toList();
        var now = after.valueStream().map(key -> key.path("kid").asString()).toList();
        assertThat(now).containsAll(old).hasSizeGreaterThan(old.size());
    }

    /** {@code oidcc-refresh-token-rp-key-rotation}. */
    @Test
    void aClientMayRotateItsKeyAtItsAddress() {
        SITE.shows("/jwks", ClientKey.jwks(KEY));
        var app = app(registers(withKeysElsewhere()));
        var tokens = tokens(app, "openid offline_access");
        var next = ClientKey.rsa("suite-2", 2048);

        SITE.shows("/jwks", ClientKey.jwks(next));
        clock.pass(Duration.ofSeconds(60));

        var refreshed = Tokens.of(app.with(next).refreshes(tokens.refresh()));
        assertThat(idToken(refreshed).text("sub")).isEqualTo(idToken(tokens).text("sub"));
    }

    /**
     * {@code oidcc-request-uri-unsigned} is skipped, {@code oidcc-request-uri-signed-rs256} fails.
     */
    @Test
    void aRequestAtAnAddressIsNotFetched() {
        SITE.shows("/request", "application/jwt", new byte[0]);
        var app = app(registers(with("request_uris", List.of(SITE.at("/request")))));

        var ask = app.asks("openid").withoutPkce().with("request_uri", SITE.at("/request"));

        assertThat(discovery().path("request_uri_parameter_supported").asBoolean(true)).isFalse();
        assertThat(browser.open(ask).offeredToApp())
                .containsEntry("error", "request_uri_not_supported");
        assertThat(SITE.visits("/request")).isZero();
    }

    /**
     * {@code oidcc-ensure-request-object-with-redirect-uri}: skipped, as only signed ones count.
     */
    @Test
    void ofTwoRedirectUrisTheSignedOneCounts() {
        var app = app(registers(withRedirects(CALLBACK, OTHER)));
        var ask = app.asks("openid").withoutPkce();
        var claims = new LinkedHashMap<String, Object>(ask.parameters());
        claims.putAll(Map.of("iss", app.clientId(), "aud", issuer, "redirect_uri", OTHER));
        var request = KEY.sign(Map.of("alg", "RS256", "kid", KEY.kid()), claims);

        var page = browser.open(ask.with("request", request));
        var end = browser.allow(browser.signIn(page, person));

        assertThat(end.answer().location().toString()).startsWith(OTHER);
    }

    /** {@code oidcc-refresh-token}. */
    @Test
    void aRefreshTokenIsGoodForItsClientOnly() {
        var app = app(registers(metadata()));
        var tokens = tokens(app, "openid offline_access");

        var other = app(registers(metadata()));
        assertThat(other.refreshes(tokens.refresh()).expect(400).text("error"))
                .isEqualTo("invalid_grant");
        var next = app.refreshed(tokens.refresh());
        assertThat(idToken(next).claims())
                .containsEntry("aud", app.clientId())
                .containsEntry("sub", idToken(tokens).text("sub"));
    }

    /** {@code oidcc-ensure-client-assertion-with-iss-aud-succeeds}. */
    @Test
    void anAssertionForTheIssuerIsAccepted() {
        var app = app(registers(metadata()));
        var ask = app.asks("openid").withoutPkce();
        var form = app.redemption(app.codeFor(person, browser, ask), ask);
        form.putAll(
                SignedAssertion.of(app.clientId(), issuer, clock.instant(), "RS256", KEY)
                        .with("aud", issuer)
                        .form());

        http.post("/oauth2/token", form).expect(200);
    }

    private Tokens tokens(App app) {
        return tokens(app, "openid");
    }

    private Tokens tokens(App app, String scope) {
        var ask = app.asks(scope).withoutPkce();
        return Tokens.of(app.redeems(app.codeFor(person, new Browser(issuer), ask), ask));
    }

    private Page asking(App app, String redirectUri) {
        Ask ask = app.asks("openid").withoutPkce();
        return browser.open(ask.with("redirect_uri", redirectUri));
    }

    private static ObjectNode withKeysElsewhere() {
        var said = with("jwks_uri", SITE.at("/jwks"));
        said.remove("jwks");
        return said;
    }

    private static void isErrorPage(Page page) {
        page.expect(400);
        assertThat(page.answer().header("Location")).isEmpty();
    }
}
