package dev.serdab.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.Http;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Changing a password one knows. */
class PasswordChangeTest extends FrontEndTest {

    @Autowired PasswordChanges changes;

    @Test
    void aChangeEndsWhatAppsAndOtherBrowsersHadAndLeavesFrontEndsLoggedIn() {
        var ada = people.registered("ada@example.org");
        var key = logIn(ada);
        var pair = createJwt("ada@example.org", People.PASSWORD);
        var browser = new Browser(issuer).signedIn(ada);
        var app = App.demoWeb(issuer);
        var tokens = app.tokensFor(ada, new Browser(issuer), "openid offline_access");

        changes(this.app.bearer(pair.text("access")), People.PASSWORD).expect(204);

        withKey(key).get("/users/me/").expect(200);
        this.app.bearer(pair.text("access")).get("/users/me/").expect(200);
        this.app.post("/jwt/refresh/", Map.of("refresh", pair.text("refresh"))).expect(200);
        assertThat(browser.isSignedIn()).isFalse();
        app.refreshes(tokens.refresh()).expect(400);
    }

    @Test
    void theBrowserThatAsksStaysSignedIn() {
        var ada = people.registered("ada@example.org");
        var here = new Browser(issuer).signedIn(ada);
        var elsewhere = new Browser(issuer).signedIn(ada);

        changes(withKey(logIn(ada)).with("Cookie", "sid=" + here.cookie("sid")), People.PASSWORD)
                .expect(204);

        assertThat(here.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
    }

    @Test
    void aChangeSpoilsEveryLinkThatWasMailed() {
        var ada = people.registered("ada@example.org");
        var forPassword = forgetsPassword(ada);
        var forAddress = wantsAnotherAddress(ada);

        changes(as(ada), People.PASSWORD).expect(204);

        resetsPassword(forPassword, "another one 42").expect(400);
        resetsEmail(forAddress, "new@example.org").expect(400);
    }

    @Test
    void wrongGuessesAtTheCurrentPasswordAreCounted() {
        var ada = as(people.registered("ada@example.org"));
        for (int i = 0; i < 10; i++) {
            changes(ada, "wrong").expect(400);
        }

        assertThat(changes(ada, People.PASSWORD).expect(429).header("Retry-After")).isNotEmpty();
    }

    @Test
    void strangersWhoFailToSignInKeepNobodyFromTheirOwnPassword() {
        var ada = as(people.registered("ada@example.org"));
        for (int i = 0; i < 10; i++) {
            createJwt("ada@example.org", "wrong").expect(401);
        }

        changes(ada, People.PASSWORD).expect(204);
    }

    @Test
    void whoeverCheckedAPasswordThatWasResetMeanwhileChangesNothing() {
        var checked = people.registered("ada@example.org");
        resetsPassword(forgetsPassword(checked), NEW_PASSWORD).expect(204);

        var change =
                changes.change(
                        checked,
                        NewPassword.typedOnce(People.PASSWORD),
                        Optional.empty(),
                        Locale.ENGLISH);

        assertThat(change).isInstanceOf(PasswordChange.Outdated.class);
        createJwt("ada@example.org", NEW_PASSWORD).expect(200);
    }

    @Test
    void aPasswordIsTrimmedAndNotTooLong() {
        var ada = as(people.registered("ada@example.org"));
        assertThat(
                        ada.post(
                                        "/users/set_password/",
                                        Map.of(
                                                "current_password",
                                                "x",
                                                "new_password",
                                                "q7".repeat(2049)))
                                .expect(400)
                                .body())
                .isEqualTo(
                        "{\"new_password\":[\"Ensure this field has no more than 4096"
                                + " characters.\"],\"current_password\":[\"Invalid password.\"]}");

        ada.post(
                        "/users/set_password/",
                        Map.of(
                                "current_password",
                                "  " + People.PASSWORD,
                                "new_password",
                                "\u3000" + NEW_PASSWORD + " "))
                .expect(204);
        createJwt("ada@example.org", NEW_PASSWORD).expect(200);
    }

    private static Answer changes(Http who, String current) {
        return who.post(
                "/users/set_password/",
                Map.of("current_password", current, "new_password", NEW_PASSWORD));
    }
}
