package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.ClientKey;
import dev.serdab.testing.Http;
import dev.serdab.testing.Page;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plan {@code oidcc-rp-initiated-logout-certification-test-plan}: a test for each module, which
 * each names.
 */
class RpInitiatedLogoutPlanTest extends PlanTest {

    private static final String NO_WAY_BACK = "We can’t send you back to this app";
    private static final String BAD_HINT = "We can’t tell who is to be signed out";

    private Tokens tokens;

    @BeforeEach
    void thePersonIsSignedIn() {
        tokens = completes(asks("openid"));
    }

    /** {@code oidcc-rp-initiated-logout-discovery-endpoint-verification}. */
    @Test
    void theEndSessionEndpointIsAnnounced() {
        assertThat(discovery().path("end_session_endpoint").asString())
                .isEqualTo(issuer + "/connect/logout");
    }

    /** {@code oidcc-rp-initiated-logout}. */
    @Test
    void aRequestWithEverythingEndsTheSessionAndLeadsBack() {
        var page = logout(hinted("post_logout_redirect_uri", BYE, "state", "ce9b"));

        assertThat(page.answer().location()).hasToString(BYE + "?state=ce9b");
        isSignedOut();
    }

    /** {@code oidcc-rp-initiated-logout-no-state}. */
    @Test
    void withoutAStateNoneComesBack() {
        var page = logout(hinted("post_logout_redirect_uri", BYE));

        assertThat(page.answer().location()).hasToString(BYE);
        isSignedOut();
    }

    /** {@code oidcc-rp-initiated-logout-no-post-logout-redirect-uri}. */
    @Test
    void withoutAnAddressThePersonIsToldThatItIsDone() {
        isDone(logout(hinted()));
    }

    /** {@code oidcc-rp-initiated-logout-no-params}. */
    @Test
    void aRequestThatSaysNothingAsksAndThenSaysThatItIsDone() {
        isDone(confirmed(logout(Map.of())));
    }

    /** {@code oidcc-rp-initiated-logout-only-state}. */
    @Test
    void aStateAloneLeadsNowhere() {
        isDone(confirmed(logout(Map.of("state", "ce9b"))));
    }

    /** {@code oidcc-rp-initiated-logout-bad-post-logout-redirect-uri}. */
    @Test
    void anAddressThatIsNotRegisteredGetsNobody() {
        logout(hinted("post_logout_redirect_uri", BYE + "/x7k2", "state", "ce9b"))
                .isError(400, NO_WAY_BACK);
    }

    /** {@code oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri}. */
    @Test
    void noQueryMayBeAddedToIt() {
        logout(hinted("post_logout_redirect_uri", BYE + "?foo=bar", "state", "ce9b"))
                .isError(400, NO_WAY_BACK);
    }

    /** {@code oidcc-rp-initiated-logout-no-id-token-hint}. */
    @Test
    void anAddressWithoutAHintGetsNobody() {
        logout(Map.of("post_logout_redirect_uri", BYE, "state", "ce9b")).isError(400, NO_WAY_BACK);
    }

    /** {@code oidcc-rp-initiated-logout-modified-id-token-hint}. */
    @Test
    void aHintWhoseSignatureWasTakenAwayIsNone() {
        logout(hintedBy(unsigned(idToken(tokens).signed().getPayload().toString())))
                .isError(400, BAD_HINT);
    }

    /** {@code oidcc-rp-initiated-logout-bad-id-token-hint}. */
    @Test
    void aHintThatAStrangerSignedIsNone() {
        var token = idToken(tokens);
        var stranger = ClientKey.rsa((String) token.header().get("kid"), 2048);

        logout(hintedBy(stranger.sign(token.header(), token.claims()))).isError(400, BAD_HINT);
    }

    private Map<String, String> hinted(String... further) {
        return parameters(tokens.id(), further);
    }

    private static Map<String, String> hintedBy(String hint) {
        return parameters(hint, "post_logout_redirect_uri", BYE, "state", "ce9b");
    }

    private static Map<String, String> parameters(String hint, String... further) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("id_token_hint", hint);
        for (int i = 0; i < further.length; i += 2) {
            parameters.put(further[i], further[i + 1]);
        }
        return parameters;
    }

    private Page logout(Map<String, String> parameters) {
        return browser.open("/connect/logout?" + Http.form(parameters));
    }

    private Page confirmed(Page page) {
        assertThat(page.expect(200).title()).isEqualTo("Sign out?");
        return browser.press(page, "sign-out");
    }

    private void isDone(Page page) {
        assertThat(page.expect(200).title()).isEqualTo("You are signed out");
        isSignedOut();
    }
}
