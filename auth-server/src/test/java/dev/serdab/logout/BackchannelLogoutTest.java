package dev.serdab.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serdab.account.Account;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ListeningApp;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.People;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Apps hear, server to server, that a session is over (Back-Channel Logout 1.0). */
@Import(MovableClock.class)
class BackchannelLogoutTest extends ServerTest {

    private static final ListeningApp LISTENER = ListeningApp.started();
    private static final String REDIRECT = "https://shop.example.com/callback";

    @Autowired MovableClock clock;

    private App shop;
    private App notes;
    private Browser browser;
    private Account ada;
    private Tokens tokens;

    @DynamicPropertySource
    static void registerApps(DynamicPropertyRegistry settings) {
        register(settings, 0, "shop");
        register(settings, 1, "notes");
        var shop = "serdab.bootstrap.clients[0].";
        settings.add(shop + "backchannel-logout-uri", () -> LISTENER.at("/signed-out"));
        settings.add(shop + "backchannel-logout-session-required", () -> "true");
    }

    private static void register(DynamicPropertyRegistry settings, int number, String clientId) {
        var client = "serdab.bootstrap.clients[" + number + "].";
        settings.add(client + "client-id", () -> clientId);
        settings.add(client + "client-secret", () -> App.secret(clientId));
        settings.add(client + "redirect-uris", () -> REDIRECT);
        settings.add(client + "grant-types", () -> "authorization_code,refresh_token");
    }

    @BeforeEach
    void somebodyIsSignedInToTheShop() {
        LISTENER.startAnew(200);
        shop = App.confidential(issuer, "shop", REDIRECT);
        notes = App.confidential(issuer, "notes", REDIRECT);
        browser = new Browser(issuer);
        ada = people.registered("ada@example.org");
        tokens = shop.tokensFor(ada, browser, "openid");
    }

    @Test
    void theAppIsToldWhichSessionIsOver() {
        browser.signOut();

        await().until(() -> !told().isEmpty());
        var token = Jwt.parse(told().getFirst());
        assertThat(token.header()).containsEntry("typ", "logout+jwt");
        assertThat(token.isSignedByOneOf(app.get("/oauth2/jwks").body())).isTrue();
        assertThat(token.claims())
                .containsEntry("iss", issuer)
                .containsEntry("sub", ada.id().toString())
                .containsEntry("aud", "shop")
                .containsEntry("sid", Jwt.parse(tokens.id()).text("sid"))
                .containsEntry(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .containsKeys("jti")
                .doesNotContainKey("nonce");
        assertThat(token.seconds("exp") - token.seconds("iat")).isEqualTo(120);
        await().until(() -> waiting() == 0);
    }

    @Test
    void anAppThatIsDownHearsOfItWhenItIsBack() {
        LISTENER.startAnew(503);
        browser.signOut();
        await().until(() -> told().size() == 1 && attempts().equals(List.of(1)));

        LISTENER.startAnew(200);
        clock.pass(Duration.ofSeconds(6));

        await().until(() -> told().size() == 1 && waiting() == 0);
    }

    @Test
    void anAppThatRefusesIsNotAskedAgain() {
        LISTENER.startAnew(400);
        browser.signOut();

        await().until(() -> told().size() == 1 && waiting() == 0);
    }

    @Test
    void itHearsWhoeverEndsTheSession() {
        logoutBy(tokens);
        await().until(() -> told().size() == 1);

        shop.tokensFor(ada, browser, "openid");
        var ownApi = app.bearer(jwt());
        ownApi.json("DELETE", "/users/me/", "{\"current_password\": \"" + People.PASSWORD + "\"}")
                .expect(204);
        await().until(() -> told().size() == 2);
    }

    @Test
    void itHearsOnceHoweverOftenItAsked() {
        shop.tokensFor(ada, browser, "openid");
        notes.tokensFor(ada, browser, "openid");

        browser.signOut();

        await().until(() -> !told().isEmpty() && waiting() == 0);
        assertThat(told()).hasSize(1);
    }

    @Test
    void theEndOfAnotherSessionIsNoneOfItsBusiness() {
        var elsewhere = new Browser(issuer);
        notes.tokensFor(ada, elsewhere, "openid");

        elsewhere.signOut();

        assertThat(waiting()).isZero();
        assertThat(told()).isEmpty();
    }

    private void logoutBy(Tokens tokens) {
        browser.open("/connect/logout?" + Http.form(Map.of("id_token_hint", tokens.id())))
                .expect(200);
    }

    private String jwt() {
        return app.post(
                        "/jwt/create/",
                        Map.of("email", "ada@example.org", "password", People.PASSWORD))
                .text("access");
    }

    private static List<String> told() {
        return LISTENER.heard("logout_token");
    }

    private int waiting() {
        return attempts().size();
    }

    private List<Integer> attempts() {
        return database.sql().sql("select attempts from logout_notice").query(Integer.class).list();
    }
}
