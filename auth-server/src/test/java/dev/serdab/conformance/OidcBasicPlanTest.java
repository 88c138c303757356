package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Ask;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan {@code oidcc-basic-certification-test-plan} (static clients, discovery): a test for each
 * module, which each names.
 */
class OidcBasicPlanTest extends PlanTest {

    private static final Map<String, List<String>> CLAIMS_OF_SCOPE =
            Map.of(
                    "profile",
                    List.of(
                            "name",
                            "given_name",
                            "family_name",
                            "middle_name",
                            "nickname",
                            "preferred_username",
                            "profile",
                            "picture",
                            "website",
                            "gender",
                            "birthdate",
                            "zoneinfo",
                            "locale",
                            "updated_at"),
                    "email",
                    List.of("email", "email_verified"),
                    "address",
                    List.of("address"),
                    "phone",
                    List.of("phone_number", "phone_number_verified"));

    /** {@code oidcc-server}. */
    @Test
    void theCodeFlowWorksFromEndToEnd() {
        var ask = asks("openid");
        var page = browser.signIn(opens(ask), person);
        var answer = browser.allow(page).sentToApp();

        assertThat(answer)
                .containsOnlyKeys("code", "state", "iss")
                .containsEntry("state", ask.get("state"))
                .containsEntry("iss", discovery().path("issuer").asString());
        redeemed(suite, answer.get("code"), ask);
    }

    /** {@code oidcc-response-type-missing}. */
    @Test
    void withoutAResponseTypeThereIsAnError() {
        assertThat(opens(asks("openid").without("response_type")).error())
                .isEqualTo("invalid_request");
    }

    /**
     * {@code oidcc-idtoken-signature} is about other flows, {@code oidcc-idtoken-unsigned} skips.
     */
    @Test
    void idTokensAreSignedInWaysThatAreAnnounced() {
        var announced = texts(discovery().path("id_token_signing_alg_values_supported"));

        assertThat(announced).contains("RS256").doesNotContain("none");
    }

    /** {@code oidcc-userinfo-get}. */
    @Test
    void userinfoTakesATokenByGet() {
        var token = completes(asks("openid")).access();

        tellsOfThePerson(http.bearer(token).get("/userinfo"));
    }

    /** {@code oidcc-userinfo-post-header}. */
    @Test
    void userinfoTakesATokenByPost() {
        var token = completes(asks("openid")).access();

        tellsOfThePerson(http.bearer(token).post("/userinfo", Map.of()));
    }

    /** {@code oidcc-userinfo-post-body}. */
    @Test
    void userinfoTakesATokenInAForm() {
        var token = completes(asks("openid")).access();

        tellsOfThePerson(http.post("/userinfo", Map.of("access_token", token)));
    }

    /** {@code oidcc-ensure-request-without-nonce-succeeds-for-code-flow}. */
    @Test
    void aNonceMayBeLeftOut() {
        var tokens = completes(asks("openid").without("nonce"));

        assertThat(idToken(tokens).claims()).doesNotContainKey("nonce");
    }

    /**
     * {@code oidcc-scope-profile}, {@code oidcc-scope-email}, {@code oidcc-scope-address}, {@code
     * oidcc-scope-phone}.
     */
    @ParameterizedTest
    @ValueSource(strings = {"profile", "email", "address", "phone"})
    void aScopeRevealsAllOfItsClaims(String scope) {
        assertThat(texts(discovery().path("scopes_supported"))).contains(scope);

        revealsAllOf(List.of(scope), completes(asks("openid " + scope)));
    }

    /** {@code oidcc-scope-all}. */
    @Test
    void allScopesTogetherRevealAllClaims() {
        revealsAllOf(
                List.copyOf(CLAIMS_OF_SCOPE.keySet()),
                completes(asks("openid profile email address phone")));
    }

    /** {@code oidcc-alternate-happy-flow}. */
    @Test
    void theOrderOfScopesAndParametersDoesNotMatter() {
        var ask = asks("email openid");
        var turned = new LinkedHashMap<String, String>();
        var names = new ArrayList<>(ask.parameters().keySet());
        Collections.reverse(names);
        names.forEach(name -> turned.put(name, ask.get(name)));

        var tokens = completes(new Ask(turned, ask.verifier()));

        assertThat(Arrays.asList(tokens.scope().split(" ")))
                .containsExactlyInAnyOrder("openid", "email");
    }

    /**
     * {@code oidcc-display-page}, {@code oidcc-display-popup}, {@code
     * oidcc-ensure-request-with-unknown-parameter-succeeds}, {@code oidcc-login-hint}, {@code
     * oidcc-ui-locales}, {@code oidcc-claims-locales}.
     */
    @ParameterizedTest
    @CsvSource({
        "display, page",
        "display, popup",
        "extra, foobar",
        "login_hint, ada@example.org",
        "ui_locales, se",
        "claims_locales, se"
    })
    void whatNeedNotBeObeyedIsTolerated(String name, String value) {
        completes(asks("openid").with(name, value));
    }

    /** {@code oidcc-prompt-login}. */
    @Test
    void promptLoginShowsTheSignInPageAgain() {
        var first = completes(asks("openid"));
        clock.pass(Duration.ofSeconds(1));
        var ask = asks("openid").with("prompt", "login");

        var page = browser.signIn(opens(ask).isAt("/sign-in"), person);

        var second = redeemed(suite, page.code(), ask);
        assertThat(idToken(second).text("sub")).isEqualTo(idToken(first).text("sub"));
        assertThat(idToken(second).seconds("auth_time"))
                .isGreaterThan(idToken(first).seconds("auth_time"));
    }

    /** {@code oidcc-prompt-none-not-logged-in}. */
    @Test
    void promptNoneWithoutASessionIsAnError() {
        assertThat(opens(asks("openid").with("prompt", "none")).error())
                .isEqualTo("login_required");
    }

    /** {@code oidcc-prompt-none-logged-in}. */
    @Test
    void promptNoneWithASessionIsSilent() {
        var first = completes(asks("openid"));
        clock.pass(Duration.ofSeconds(1));

        isTheSameSignIn(first, completesSilently(asks("openid").with("prompt", "none")));
    }

    /** {@code oidcc-max-age-1}. */
    @Test
    void aSignInOlderThanMaxAgeIsDoneAgain() {
        var first = completes(asks("openid"));
        clock.pass(Duration.ofSeconds(2));
        var ask = asks("openid").with("max_age", "1");

        var page = browser.signIn(opens(ask).isAt("/sign-in"), person);

        assertThat(idToken(redeemed(suite, page.code(), ask)).seconds("auth_time"))
                .isGreaterThan(idToken(first).seconds("auth_time"));
    }

    /** {@code oidcc-max-age-10000}. */
    @Test
    void aYoungerOneIsNot() {
        var first = completes(asks("openid").with("max_age", "15000"));
        clock.pass(Duration.ofSeconds(1));

        isTheSameSignIn(first, completesSilently(asks("openid").with("max_age", "10000")));
    }

    /** {@code oidcc-id-token-hint}. */
    @Test
    void anIdTokenOfTheSamePersonIsAGoodHint() {
        var first = completes(asks("openid"));
        clock.pass(Duration.ofSeconds(1));
        var ask = asks("openid").with("prompt", "none").with("id_token_hint", first.id());

        isTheSameSignIn(first, completesSilently(ask));
    }

    /** {@code oidcc-ensure-request-with-acr-values-succeeds}. */
    @Test
    void oneOfTheAnnouncedClassesIsReached() {
        var announced = texts(discovery().path("acr_values_supported"));

        var tokens = completes(asks("openid").with("acr_values", String.join(" ", announced)));

        assertThat(idToken(tokens).text("acr")).isIn(announced);
    }

    /** {@code oidcc-codereuse}. */
    @Test
    void aCodeWorksOnce() {
        var ask = asks("openid");
        var code = suite.codeFor(person, browser, sent(ask));
        redeemed(suite, code, ask);

        assertThat(suite.redeems(code, ask).expect(400).text("error")).isEqualTo("invalid_grant");
    }

    /** {@code oidcc-codereuse-30seconds}. */
    @Test
    void aCodeThatComesAgainLaterTakesItsTokensWithIt() {
        var ask = asks("openid");
        var code = suite.codeFor(person, browser, sent(ask));
        var tokens = redeemed(suite, code, ask);
        clock.pass(Duration.ofSeconds(30));

        assertThat(suite.redeems(code, ask).expect(400).text("error")).isEqualTo("invalid_grant");
        suite.asksUserInfo(tokens.access()).expect(401);
        assertThat(suite.findsActive(tokens.access())).isFalse();
    }

    /** {@code oidcc-ensure-registered-redirect-uri}. */
    @Test
    void anUnregisteredRedirectUriEndsOnAPage() {
        var page = opens(asks("openid").with("redirect_uri", CALLBACK + "/x7k2"));

        page.isError(400, "We can’t send you back to this app");
        assertThat(page.html().select(".detail").text()).contains(CALLBACK + "/x7k2");
        assertThat(page.html().select("a[href*=suite], form")).isEmpty();
    }

    /** {@code oidcc-ensure-post-request-succeeds}, also of a browser that does not name HTML. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "application/json"})
    void aRequestByPostEndsAtTheCallback(String accepted) {
        var visitor = new Browser(issuer, accepted);
        var ask = asks("openid");

        var page =
                visitor.signIn(visitor.post("/oauth2/authorize", sent(ask).parameters()), person);

        redeemed(suite, visitor.allow(page).code(), ask);
    }

    /** {@code oidcc-server-client-secret-post}. */
    @Test
    void theSecretMayComeInTheForm() {
        completes(poster, poster.asks("openid").withoutPkce());
    }

    /** {@code oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported}. */
    @Test
    void aRequestUriIsRefusedAsUnsupported() {
        var ask = asks("openid").with("request_uri", "https://suite.example.com/requests/1");

        assertThat(discovery().path("request_uri_parameter_supported").asBoolean(true)).isFalse();
        assertThat(opens(ask).error()).isEqualTo("request_uri_not_supported");
    }

    /**
     * {@code oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported} and
     * {@code oidcc-ensure-request-object-with-redirect-uri}, which both skip when "none" is not
     * announced.
     */
    @ParameterizedTest
    @ValueSource(strings = {CALLBACK, "https://evil.example.com/"})
    void anUnsignedRequestObjectIsRefused(String redirectUri) {
        var object =
                unsigned(
                        """
                        {"client_id":"suite","response_type":"code","scope":"openid","redirect_uri":"%s"}\
                        """
                                .formatted(redirectUri));

        var page = opens(asks("openid").with("request", object));

        assertThat(texts(discovery().path("request_object_signing_alg_values_supported")))
                .isNotEmpty()
                .doesNotContain("none");
        assertThat(page.error()).isEqualTo("invalid_request_object");
    }

    /** {@code oidcc-claims-essential}. */
    @Test
    void aClaimThatIsAskedForByItselfIsToldWhereItWasAskedFor() {
        var ask = asks("openid").with("claims", "{\"userinfo\":{\"name\":{\"essential\":true}}}");

        var tokens = completes(ask);

        assertThat(suite.asksUserInfo(tokens.access()).text("name")).isEqualTo("Ada");
        assertThat(idToken(tokens).claims()).doesNotContainKey("name");
    }

    /** {@code oidcc-refresh-token}. */
    @Test
    void aRefreshTokenIsGoodForItsClientOnly() {
        var first = completes(asks("openid offline_access").with("prompt", "consent"));
        assertThat(second.refreshes(first.refresh()).expect(400).text("error"))
                .isEqualTo("invalid_grant");

        var next = suite.refreshed(first.refresh());

        assertThat(idToken(next).claims())
                .containsEntry("iss", issuer)
                .containsEntry("aud", "suite")
                .containsEntry("sub", idToken(first).text("sub"));
        assertThat(next.access()).isNotEqualTo(first.access());
        suite.asksUserInfo(next.access()).expect(200);
    }

    /** {@code oidcc-ensure-request-with-valid-pkce-succeeds}. */
    @Test
    void pkceIsAccepted() {
        completes(suite.asks("openid"));
    }

    private void tellsOfThePerson(Answer answer) {
        assertThat(answer.expect(200).text("sub")).isEqualTo(person.id().toString());
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    private void revealsAllOf(List<String> scopes, Tokens tokens) {
        var claims = suite.asksUserInfo(tokens.access()).expect(200).json();
        for (var scope : CLAIMS_OF_SCOPE.keySet()) {
            var names = CLAIMS_OF_SCOPE.get(scope);
            if (scopes.contains(scope)) {
                assertThat(claims.propertyNames()).containsAll(names);
            } else {
                assertThat(claims.propertyNames()).doesNotContainAnyElementsOf(names);
            }
        }
        assertThat(claims.path("email_verified").isBoolean()).isEqualTo(scopes.contains("email"));
        assertThat(claims.path("address").isObject()).isEqualTo(scopes.contains("address"));
        assertThat(claims.path("updated_at").isNumber()).isEqualTo(scopes.contains("profile"));
        assertThat(claims.path("phone_number_verified").isBoolean())
                .isEqualTo(scopes.contains("phone"));
    }

    private static void isTheSameSignIn(Tokens first, Tokens second) {
        assertThat(idToken(second).text("sub")).isEqualTo(idToken(first).text("sub"));
        assertThat(idToken(second).seconds("auth_time"))
                .isEqualTo(idToken(first).seconds("auth_time"));
    }
}
