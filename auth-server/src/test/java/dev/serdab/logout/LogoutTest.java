package dev.serdab.logout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signing out at an app's wish (OpenID Connect RP-Initiated Logout 1.0), and at one's own. */
class LogoutTest extends ProtocolTest {

    private static final String BYE = "https://notes.example.com/bye";

    private Account ada;
    private Tokens tokens;

    @BeforeEach
    void somebodyIsSignedInToAnApp() {
        ada = people.registered("ada@example.org");
        tokens = notes.tokensFor(ada, browser, "openid");
    }

    @Test
    void theAppThatSignedInMaySignOut() {
        var page =
                logout(
                        Map.of(
                                "id_token_hint",
                                tokens.id(),
                                "post_logout_redirect_uri",
                                BYE,
                                "state",
                                "a b&c=d"));

        assertThat(page.answer().location().toString()).startsWith(BYE + "?");
        assertThat(page.sentToApp()).isEqualTo(Map.of("state", "a b&c=d"));
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.cookie("sid")).isEmpty();
    }

    @Test
    void anExpiredHintIsStillGood() {
        clock.pass(Duration.ofHours(1));

        logout(Map.of("id_token_hint", tokens.id())).expect(200);

        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void anAddressThatIsNotRegisteredGetsNothing() {
        for (var uri :
                new String[] {
                    "https://evil.example.com/",
                    BYE + "/",
                    BYE + "?more",
                    "com.example.mobile:/bye",
                    "https://notes.example.com/callback"
                }) {
            logout(Map.of("id_token_hint", tokens.id(), "post_logout_redirect_uri", uri))
                    .isError(400, "We can’t send you back to this app");
        }
        logout(Map.of("post_logout_redirect_uri", BYE))
                .isError(400, "We can’t send you back to this app");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void anybodyElseMakesThePersonBeAsked() {
        var page =
                logout(Map.of("client_id", "notes", "post_logout_redirect_uri", BYE, "state", "s"));

        assertThat(page.expect(200).title()).isEqualTo("Sign out?");
        assertThat(page.html().select("main").text()).contains("Notes", "ada@example.org");
        assertThat(page.answer().header("Content-Security-Policy"))
                .contains("form-action 'self' https://notes.example.com;");
        assertThat(browser.isSignedIn()).isTrue();

        var done = browser.press(page, "sign-out");
        assertThat(done.answer().location().toString()).isEqualTo(BYE + "?state=s");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aLinkAloneSignsNobodyOut() {
        logout(Map.of()).expect(200);
        logout(Map.of("client_id", "nobody")).expect(200);
        browser.open("/connect/logout/confirmed").expect(405);
        browser.open("/sign-out").expect(200);

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void aHintOfAnotherSessionAsks() {
        var elsewhere = new Browser(issuer);
        var others = notes.tokensFor(ada, elsewhere, "openid");

        assertThat(logout(Map.of("id_token_hint", others.id())).title()).isEqualTo("Sign out?");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isTrue();
    }

    @Test
    void aHintThatIsNoIdTokenOfOursIsAnError() {
        var title = "We can’t tell who is to be signed out";
        var parts = tokens.id().split("\\.", -1);

        logout(Map.of("id_token_hint", parts[0] + "." + parts[1] + "." + "A".repeat(342)))
                .isError(400, title);
        logout(Map.of("id_token_hint", "e30." + parts[1] + ".")).isError(400, title);
        logout(Map.of("id_token_hint", tokens.access())).isError(400, title);
        logout(Map.of("id_token_hint", "nonsense")).isError(400, title);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void anAppCannotSpeakWithAnothersHint() {
        logout(Map.of("id_token_hint", tokens.id(), "client_id", "mobile"))
                .isError(400, "Two apps at once asked to sign you out");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void aPostFromAnAppsPageWorksThoughItBringsNoCookie() {
        var form =
                Map.of("id_token_hint", tokens.id(), "post_logout_redirect_uri", BYE, "state", "s");

        var crossSite = new Http(issuer).post("/connect/logout", form).expect(303);
        assertThat(crossSite.location().getPath()).isEqualTo("/connect/logout");
        assertThat(browser.isSignedIn()).isTrue();

        var page = browser.open(crossSite.location().toString());
        assertThat(page.answer().location().toString()).isEqualTo(BYE + "?state=s");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aPostWithoutAHintAsks() {
        assertThat(browser.post("/connect/logout", Map.of("client_id", "notes")).title())
                .isEqualTo("Sign out?");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void aParameterThatComesTwiceIsAnError() {
        browser.open("/connect/logout?client_id=notes&client_id=mobile")
                .isError(400, "This app asked in a way we can’t answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "id_token_hint", "client_id", "ui_locales"})
    void aValueThatIsTooLongIsAnError(String name) {
        browser.post("/connect/logout", Map.of(name, "x".repeat(60_000))).expect(400);
        browser.post("/connect/logout", Map.of(name, "한".repeat(6_000))).expect(400);
    }

    @Test
    void whoeverIsNotSignedInIsJustSentBack() {
        browser.signOut();

        var page = logout(Map.of("client_id", "notes", "post_logout_redirect_uri", BYE));

        assertThat(page.answer().location().toString()).isEqualTo(BYE);
    }

    @Test
    void whatWasAllowedForTheSessionEndsWithIt() {
        var lasting = notes.tokensFor(ada, browser, "openid offline_access");
        var elsewhere = notes.tokensFor(ada, new Browser(issuer), "openid");

        logout(Map.of("id_token_hint", tokens.id())).expect(200);

        notes.refreshes(tokens.refresh()).expect(400);
        notes.asksUserInfo(tokens.access()).expect(401);
        notes.refreshes(lasting.refresh()).expect(200);
        notes.asksUserInfo(lasting.access()).expect(200);
        notes.refreshes(elsewhere.refresh()).expect(200);
    }

    @Test
    void aCodeThatIsStillOnItsWayEndsToo() {
        var ask = notes.asks("openid");
        var code = browser.open(ask).code();

        browser.signOut();

        notes.redeems(code, ask).expect(400);
    }

    @Test
    void thePersonMaySignOutAtAnyTime() {
        browser.signOut();

        assertThat(browser.isSignedIn()).isFalse();
        notes.refreshes(tokens.refresh()).expect(400);
        assertThat(browser.open("/sign-out").title()).isEqualTo("You are signed out");
    }

    @Test
    void theHintOfARefreshedIdTokenIsAsGood() {
        var refreshed = notes.refreshed(tokens.refresh());
        assertThat(Jwt.parse(refreshed.id()).text("sid"))
                .isEqualTo(Jwt.parse(tokens.id()).text("sid"));

        logout(Map.of("id_token_hint", refreshed.id())).expect(200);

        assertThat(browser.isSignedIn()).isFalse();
    }

    private Page logout(Map<String, String> parameters) {
        return browser.open("/connect/logout?" + Http.form(new LinkedHashMap<>(parameters)));
    }
}
