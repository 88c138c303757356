package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an app may ask for, and how it learns that it may not. */
@ExtendWith(OutputCaptureExtension.class)
class AuthorizationRequestTest extends AskingTest {

    private static final String UNNAMED_APP = "We don’t know which app sent you";
    private static final String UNKNOWN_APP = "We don’t know this app";

    @Test
    void thePageNamesTheFieldTheReasonAndTheNumberThatTheLogHasToo(CapturedOutput output) {
        var twice = "&redirect_uri=https%3A%2F%2Fnotes.example.com%2Fcallback";

        isExplained(
                browser.open(notes.asks("openid").without("client_id")),
                "client_id: missing",
                "missing-client",
                output);
        isExplained(
                browser.open(notes.asks("openid").path() + "&client_id=notes"),
                "client_id: sent more than once",
                "missing-client",
                output);
        isExplained(
                browser.open(notes.asks("openid").with("client_id", "nobody")),
                "client_id = nobody",
                "unknown-client",
                output);
        isExplained(
                browser.open(mobile.asks("openid").without("redirect_uri")),
                "redirect_uri: missing",
                "missing-redirect-uri",
                output);
        isExplained(
                browser.open(notes.asks("openid").path() + twice),
                "redirect_uri: sent more than once",
                "missing-redirect-uri",
                output);
        isExplained(
                browser.open(notes.asks("openid").with("redirect_uri", "https://evil.example/")),
                "redirect_uri = https://evil.example/",
                "wrong-redirect-uri",
                output);
        assertThat(output.getAll()).doesNotContain("evil.example");
    }

    @Test
    void anUnknownAppIsToldToThePersonAndToNobodyElse() {
        isShown(notes.asks("openid").with("client_id", "nobody"), UNKNOWN_APP);
        isShown(notes.asks("openid").with("client_id", "Notes"), UNKNOWN_APP);
        isShown(notes.asks("openid").with("client_id", "notes\u0000"), UNKNOWN_APP);
    }

    @Test
    void aRequestThatDoesNotSayWhoseItIsGoesNowhere() {
        isShown(notes.asks("openid").without("client_id"), UNNAMED_APP);
        isShown(notes.asks("openid").with("client_id", ""), UNNAMED_APP);
    }

    @Test
    void anAppThatIsNamedTwiceIsNotKnown() {
        var twice = "&client_id=notes";

        isShown(browser.open(notes.asks("openid").path() + twice), UNNAMED_APP);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_type, CODE, unsupported_response_type",
        "response_mode, jwt, invalid_request",
        "response_mode, QUERY, invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, tooshort, invalid_request",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c=, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, s256, invalid_request",
        "code_challenge_method, '', invalid_request",
        "scope, openid admin, invalid_scope",
        "scope, account, invalid_scope",
        "scope, OPENID, invalid_scope",
        "request, eyJhbGciOiJub25lIn0.e30., invalid_request_object",
        "request, nonsense, invalid_request_object",
        "request_uri, https://evil.example.com/request, request_uri_not_supported",
        "prompt, none login, invalid_request",
        "prompt, none consent, invalid_request",
        "prompt, none select_account, invalid_request",
        "prompt, register, invalid_request",
        "prompt, Login, invalid_request",
        "claims, nothing, invalid_request",
        "claims, '[]', invalid_request",
        "claims, 'null', invalid_request",
        "claims, '{\"userinfo\": []}', invalid_request",
        "claims, '{\"id_token\": {\"name\": true}}', invalid_request",
        "id_token_hint, nonsense, invalid_request",
        "resource, https://api.evil.example, invalid_target",
        "resource, https://api.example.com/, invalid_target",
        "resource, api, invalid_target",
        "max_age, -1, invalid_request",
        "max_age, soon, invalid_request",
        "max_age, 99999999999, invalid_request",
    })
    void whatIsWrongGoesBackToTheApp(String name, String value, String error) {
        isRefused(notes.asks("openid").with(name, value), error);
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        var ask = notes.asks("openid");

        assertThat(browser.open(ask.path() + "&scope=openid").sentToApp())
                .containsEntry("error", "invalid_request")
                .containsEntry("state", ask.get("state"));
        assertThat(browser.open(ask.path() + "&state=other").sentToApp())
                .as("which of the two states is meant?")
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("state");
    }

    @Test
    void unknownParametersAreIgnored() {
        isRefused(
                notes.asks("openid").with("prompt", "none").with("acr_values", "x").with("foo", ""),
                "login_required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b+c%20d&e=f",
                "\"<script>'\\",
                "{x}#?/%00",
                "\uac00\ud83d\ude00 é",
                "https://evil.example.com/?a=b",
                "line\r\nbreak"
            })
    void stateAndNonceComeBackAsTheyWere(String odd) {
        var ada = people.registered("ada@example.org");
        var ask = trusted.asks("openid").with("state", odd).with("nonce", odd);

        var page = browser.signIn(browser.open(ask), ada);

        assertThat(page.sentToApp()).containsEntry("state", odd);
        var idToken = trusted.redeems(page.code(), ask).expect(200).text("id_token");
        assertThat(idTokenClaim(idToken, "nonce")).isEqualTo(odd);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "application/json", "image/png", "nonsense"})
    void whatABrowserAcceptsDoesNotMatter(String accepted) {
        var visitor = new Browser(issuer, accepted);
        var ada = people.registered("ada@example.org");

        var code = trusted.codeFor(ada, visitor, trusted.asks("openid"));
        assertThat(code).isNotEmpty();
        assertThat(visitor.open(trusted.asks("openid").with("prompt", "none")).code()).isNotEmpty();
        assertThat(visitor.open("/oauth2/authorize?client_id=nobody").expect(400).title())
                .isEqualTo(UNKNOWN_APP);
    }

    @Test
    void aRequestByPostIsAnsweredWithAnAddressOfItsOwn() {
        var ada = people.registered("ada@example.org");
        var ask = trusted.asks("openid");

        var answer = browser.http().post("/oauth2/authorize", ask.parameters()).expect(303);
        assertThat(answer.location().toString())
                .startsWith(issuer + "/oauth2/authorize?continue=")
                .doesNotContain(ask.get("state"));

        var page = browser.signIn(browser.open(answer.location().toString()), ada);
        assertThat(page.sentToApp()).containsEntry("state", ask.get("state")).containsKey("code");
    }

    @Test
    void theQueryStringOfAPostIsNotRead() {
        var ask = notes.asks("openid").with("prompt", "none");
        var inQuery = notes.asks("openid").with("redirect_uri", "https://evil.example.com/");

        isShown(browser.post(ask.path(), Map.of("state", "x")), UNNAMED_APP);
        assertThat(browser.post(inQuery.path(), ask.parameters()).sentToApp())
                .containsEntry("error", "login_required")
                .containsEntry("state", ask.get("state"));
    }

    @Test
    void anAppMayBeLetInWithoutPkceIfItKeepsASecret() {
        var ada = people.registered("ada@example.org");
        var ask = legacy.asks("openid").withoutPkce();
        var code = legacy.codeFor(ada, browser, ask);
        var form = new LinkedHashMap<>(legacy.redemption(code, ask));
        form.remove("code_verifier");

        legacy.callsToken(form).expect(200);
    }

    @Test
    void everyOtherAppMustUsePkce() {
        isRefused(mobile.asks("openid").withoutPkce(), "invalid_request");
        isRefused(notes.asks("openid").withoutPkce(), "invalid_request");
    }

    @Test
    void aMethodWithoutAChallengeIsAMistakeEvenThere() {
        isRefused(legacy.asks("openid").without("code_challenge"), "invalid_request");
    }

    @Test
    void withoutAWishForScopesAnAppGetsWhatItIsRegisteredForButNothingThatOutlivesTheSession() {
        var ada = people.registered("ada@example.org");
        var ask = mobile.asks("").without("scope");

        assertThat(mobile.redeems(mobile.codeFor(ada, browser, ask), ask).text("scope"))
                .isEqualTo("openid profile email notes.read");
    }

    private static void isExplained(
            Page page, String detail, String reason, CapturedOutput output) {
        assertThat(page.html().select(".detail").text()).isEqualTo(detail);
        var number = page.html().select(".request-id code").text();
        assertThat(number).isEqualTo(page.answer().header("X-Request-Id")).hasSize(10);
        assertThat(output.getAll().lines())
                .anyMatch(line -> line.contains("[" + number + "]") && line.contains(reason));
    }

    private static String idTokenClaim(String idToken, String name) {
        return Jwt.parse(idToken).text(name);
    }
}
