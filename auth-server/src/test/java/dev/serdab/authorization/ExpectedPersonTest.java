package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Ask;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/**
 * Requests about a certain person, or about a certain kind of sign-in: {@code id_token_hint},
 * {@code sub} and {@code acr} (OpenID Connect Core §3.1.2.1, §5.5.1).
 */
class ExpectedPersonTest extends ProtocolTest {

    private static final String ONE_FACTOR = "urn:serdab:acr:one-factor";

    private Account ada;
    private Account bob;

    @BeforeEach
    void twoPeopleAreThere() {
        ada = people.registered("ada@example.org");
        bob = people.registered("bob@example.org");
    }

    @Test
    void aHintOfTheSamePersonChangesNothing() {
        var ask = hinted(trusted.tokensFor(ada, browser, "openid").id());

        assertThat(browser.open(ask).code()).isNotEmpty();
        assertThat(browser.open(ask.with("prompt", "none")).code()).isNotEmpty();
    }

    @Test
    void anExpiredHintIsAHintToo() {
        var ask = hinted(trusted.tokensFor(ada, browser, "openid").id());
        clock.pass(Duration.ofHours(1));

        assertThat(browser.open(ask.with("prompt", "none")).code()).isNotEmpty();
    }

    @Test
    void whileSomebodyElseIsSignedInTheRightPersonIsAskedForTheirPassword() {
        var ask = hinted(trusted.tokensFor(ada, browser, "openid").id());
        browser.signOut();
        browser.signedIn(bob);
        clock.pass(Duration.ofSeconds(1));

        assertThat(browser.open(ask.with("prompt", "none")).error()).isEqualTo("login_required");
        var page = browser.open(ask).isAt("/sign-in");
        var tokens = trusted.redeems(browser.signIn(page, ada).code(), ask);

        assertThat(Jwt.parse(tokens.text("id_token")).text("sub")).isEqualTo(ada.id().toString());
    }

    @Test
    void whenTheWrongPersonSignsInTheAppLearnsThat() {
        var ask = hinted(trusted.tokensFor(ada, browser, "openid").id());
        browser.signOut();

        var page = browser.signIn(browser.open(ask).isAt("/sign-in"), bob);

        assertThat(page.error()).isEqualTo("login_required");
        assertThat(page.sentToApp()).containsEntry("state", ask.get("state"));
    }

    @Test
    void aHintIsNotStoredWhileItsRequestWaits() {
        var token = trusted.tokensFor(ada, browser, "openid").id();
        browser.signOut();

        browser.open(hinted(token)).isAt("/sign-in");

        assertThat(database.dump())
                .contains("hinted_subject=" + ada.id())
                .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
    }

    @Test
    void nobodyCanNameAPersonWithoutAToken() {
        var ask = trusted.asks("openid").with("hinted_subject", ada.id().toString());

        assertThat(browser.signIn(browser.open(ask).isAt("/sign-in"), bob).code()).isNotEmpty();
        assertThat(browser.open(ask).code()).isNotEmpty();
    }

    @Test
    void onlyAnIdTokenOfTheAppItselfIsAHint() {
        var tokens = notes.tokensFor(ada, browser, "openid");
        var own = trusted.tokensFor(ada, browser, "openid").id();

        isNoHint(tokens.id());
        isNoHint(tokens.access());
        isNoHint(own.substring(0, own.lastIndexOf('.') + 1));
        isNoHint(own.substring(0, own.lastIndexOf('.') - 4) + own.substring(own.lastIndexOf('.')));
        isNoHint("eyJhbGciOiJub25lIn0." + own.split("\\.", -1)[1] + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id_token\":{\"sub\":{\"value\":\"%s\"}}}",
                "{\"userinfo\":{\"sub\":{\"values\":[\"0\",\"%s\"]}}}",
                "{\"id_token\":{\"sub\":{\"value\":\"%1$s\"}},\"userinfo\":{\"sub\":{\"value\":\"%1$s\"}}}"
            })
    void thePersonMayBeNamedAmongTheClaims(String claims) {
        browser.signedIn(ada);
        var ask = trusted.asks("openid").with("prompt", "none");

        assertThat(browser.open(ask.with("claims", claims.formatted(ada.id()))).code())
                .isNotEmpty();
        assertThat(browser.open(ask.with("claims", claims.formatted(bob.id()))).error())
                .isEqualTo("login_required");
    }

    @Test
    void whatContradictsItselfIsAboutNobody() {
        browser.signedIn(ada);
        var claims =
                "{\"id_token\":{\"sub\":{\"value\":\"%s\"}},\"userinfo\":{\"sub\":{\"value\":\"%s\"}}}"
                        .formatted(ada.id(), bob.id());

        assertThat(
                        browser.open(
                                        trusted.asks("openid")
                                                .with("prompt", "none")
                                                .with("claims", claims))
                                .error())
                .isEqualTo("login_required");
    }

    @Test
    void aClassThatIsOnlyWishedForIsToldAsItIs() {
        var ask = trusted.asks("openid").with("acr_values", "urn:example:retina " + ONE_FACTOR);
        var wish = trusted.asks("openid").with("claims", acr(false, "urn:example:retina"));

        assertThat(acrOf(ask)).isEqualTo(ONE_FACTOR);
        assertThat(acrOf(wish)).isEqualTo(ONE_FACTOR);
    }

    @Test
    void aClassThatIsInsistedOnIsReachedOrNothingIsGiven() {
        browser.signedIn(ada);

        assertThat(acrOf(trusted.asks("openid").with("claims", acr(true, ONE_FACTOR))))
                .isEqualTo(ONE_FACTOR);
        assertThat(
                        browser.open(
                                        trusted.asks("openid")
                                                .with("claims", acr(true, "urn:example:retina")))
                                .error())
                .isEqualTo("unmet_authentication_requirements");
    }

    private String acrOf(Ask ask) {
        var tokens = trusted.redeems(trusted.codeFor(ada, browser, ask), ask).expect(200);
        return Jwt.parse(tokens.text("id_token")).text("acr");
    }

    private static String acr(boolean isEssential, String value) {
        return "{\"id_token\":{\"acr\":{\"essential\":%s,\"values\":[\"%s\"]}}}"
                .formatted(isEssential, value);
    }

    private Ask hinted(String token) {
        return trusted.asks("openid").with("id_token_hint", token);
    }

    private void isNoHint(String token) {
        assertThat(browser.open(hinted(token)).error()).isEqualTo("invalid_request");
    }
}
