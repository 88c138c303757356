package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Answer;
import dev.serdab.testing.Ask;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which APIs a token is for (RFC 8707): those that a client is registered for ({@code audience}),
 * or fewer where it names them.
 */
class ResourceIndicatorTest extends ProtocolTest {

    private static final String ONE = "https://one.example.com";
    private static final String TWO = "https://two.example.com";

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void whatTheAuthorizationRequestNamesIsWhatTokensAreFor() {
        var ask = trusted.asks("openid").with("resource", ONE);

        assertThat(audience(redeems(ask, ""))).isEqualTo(ONE);
    }

    @Test
    void itMayNameSeveral() {
        var ask = trusted.asks("openid");
        var both = ask.path() + "&" + resource(ONE) + "&" + resource(TWO);

        var code = browser.signIn(browser.open(both), ada).code();

        assertThat(audience(trusted.redeems(code, ask))).isEqualTo(List.of(ONE, TWO));
    }

    @Test
    void theTokenRequestMayNameFewer() {
        var ask = trusted.asks("openid");
        browser.signedIn(ada);

        assertThat(audience(redeems(ask, TWO))).isEqualTo(TWO);
        assertThat(audience(redeems(ask, ""))).isEqualTo(List.of(ONE, TWO));
    }

    @Test
    void butNoneThatWasNotAskedFor() {
        var ask = trusted.asks("openid").with("resource", ONE);
        var code = trusted.codeFor(ada, browser, ask);

        isRefused(trusted.callsToken(redemption(code, ask, TWO)));
        isRefused(trusted.callsToken(redemption(code, ask, "https://evil.example.com")));
        assertThat(audience(trusted.callsToken(redemption(code, ask, ONE))))
                .as("a wrong resource costs no code")
                .isEqualTo(ONE);
    }

    @Test
    void eachRefreshMayNameOthersOfThoseThatWereGranted() {
        var refresh = redeems(trusted.asks("openid"), ONE).text("refresh_token");

        var second = trusted.refreshesFor(refresh, TWO);
        assertThat(audience(second)).isEqualTo(TWO);
        isRefused(trusted.refreshesFor(second.text("refresh_token"), "https://evil.example.com"));
        assertThat(audience(trusted.refreshes(second.text("refresh_token"))))
                .isEqualTo(List.of(ONE, TWO));
    }

    @Test
    void whatWasNarrowedAtFirstStaysNarrow() {
        var ask = trusted.asks("openid").with("resource", ONE);
        var refresh = redeems(ask, "").text("refresh_token");

        isRefused(trusted.refreshesFor(refresh, TWO));
        assertThat(audience(trusted.refreshes(refresh))).isEqualTo(ONE);
    }

    @Test
    void anAppWithoutApisMayNameThisServer() {
        var ask = mobile.asks("openid").with("resource", issuer);
        var code = mobile.codeFor(ada, browser, ask);

        assertThat(audience(mobile.redeems(code, ask))).isEqualTo(issuer);
        assertThat(browser.open(mobile.asks("openid").with("resource", ONE)).error())
                .isEqualTo("invalid_target");
    }

    @Test
    void aServiceMayNameThemToo() {
        var form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
        form.put("resource", issuer);

        assertThat(audience(machine.callsToken(form))).isEqualTo(issuer);
        form.put("resource", ONE);
        isRefused(machine.callsToken(form));
    }

    @Test
    void introspectionSaysIt() {
        var token = redeems(trusted.asks("openid").with("resource", TWO), "").text("access_token");

        assertThat(machine.introspects(token).expect(200).text("aud")).isEqualTo(TWO);
    }

    private Answer redeems(Ask ask, String resource) {
        var code = trusted.codeFor(ada, browser, ask);
        return trusted.callsToken(redemption(code, ask, resource));
    }

    private Map<String, String> redemption(String code, Ask ask, String resource) {
        var form = trusted.redemption(code, ask);
        form.put("resource", resource);
        return form;
    }

    private static Object audience(Answer answer) {
        return Jwt.parse(answer.expect(200).text("access_token")).claims().get("aud");
    }

    private static String resource(String value) {
        return Http.form(Map.of("resource", value));
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.expect(400).text("error")).isEqualTo("invalid_target");
    }
}
