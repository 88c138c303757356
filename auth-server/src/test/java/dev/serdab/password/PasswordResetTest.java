package dev.serdab.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Getting in again after forgetting the password. */
class PasswordResetTest extends FrontEndTest {

    private static final String INVALID = "{\"token\":[\"Invalid token for given user.\"]}";

    @Test
    void aMailedLinkSetsANewPasswordOnce() {
        var ada = people.registered("ada@example.org");
        var mail = forgetsPassword(ada);
        assertThat(mail.to()).isEqualTo("ada@example.org");
        assertThat(mail.link()).startsWith(issuer + "/password/reset/confirm/");

        resetsPassword(mail, NEW_PASSWORD).expect(204);

        createJwt("ada@example.org", People.PASSWORD).expect(401);
        createJwt("ada@example.org", NEW_PASSWORD).expect(200);
        assertThat(resetsPassword(mail, "another one 42").expect(400).body()).isEqualTo(INVALID);
    }

    @Test
    void aResetEndsEverythingThatTheOldPasswordOpened() {
        var ada = people.registered("ada@example.org");
        var key = logIn(ada);
        var refresh = createJwt("ada@example.org", People.PASSWORD).text("refresh");
        var browser = new Browser(issuer).signedIn(ada);
        var app = App.demoWeb(issuer);
        var tokens = app.tokensFor(ada, new Browser(issuer), "openid offline_access");

        resetsPassword(forgetsPassword(ada), NEW_PASSWORD).expect(204);

        withKey(key).get("/users/me/").expect(401);
        this.app.post("/jwt/refresh/", Map.of("refresh", refresh)).expect(401);
        assertThat(browser.isSignedIn()).isFalse();
        app.refreshes(tokens.refresh()).expect(400);
        assertThat(app.findsActive(tokens.access())).isFalse();
    }

    @Test
    void aResetIsASignInAndProvesTheAddress() {
        var ada = people.registered("ada@example.org");
        assertThat(ada.isEmailVerified()).isFalse();

        resetsPassword(forgetsPassword(ada), NEW_PASSWORD).expect(204);

        assertThat(now(ada).isEmailVerified()).isTrue();
        assertThat(now(ada).lastLogin()).isNotNull();
    }

    @Test
    void whatIsRefusedLeavesTheLinkAsGoodAsItWas() {
        var ada = people.registered("ada@example.org");
        var mail = forgetsPassword(ada);

        assertThat(resetsPassword(mail, "ada@examp").expect(400).body())
                .isEqualTo("{\"new_password\":[\"The password is too similar to the email.\"]}");
        resetsPassword(mail, "q7".repeat(2049)).expect(400);
        resetsPassword(mail, "   ").expect(400);

        resetsPassword(mail, NEW_PASSWORD).expect(204);
    }

    @Test
    void whoHasNoGoodLinkIsNotToldWhatAPasswordIsLike() {
        var uid = forgetsPassword(people.registered("ada@example.org")).uid();
        var guessed = "\"d0a1b2-0123456789abcdef0123456789abcdef\"";

        assertThat(confirm("\"" + uid + "\"", guessed, "ada@examp").expect(400).body())
                .isEqualTo(INVALID);
        assertThat(confirm("\"" + uid + "\"", guessed, "1").expect(400).body())
                .startsWith("{\"new_password\":[\"This password is too short.");
    }

    @Test
    void numbersInPlaceOfALinkAreWrongFields() {
        var mail = forgetsPassword(people.registered("ada@example.org"));

        assertThat(confirm("5", "\"x\"").expect(400).body())
                .isEqualTo("{\"uid\":[\"Invalid user id or user doesn't exist.\"]}");
        assertThat(confirm("\"" + mail.uid() + "\"", "12.5").expect(400).body()).isEqualTo(INVALID);
        assertThat(confirm("[]", "{}").expect(400).body())
                .isEqualTo(
                        "{\"uid\":[\"Not a valid string.\"],\"token\":[\"Not a valid string.\"]}");
        assertThat(confirm("\"\\u0000\"", "\"x\"").expect(400).body())
                .isEqualTo("{\"uid\":[\"Null characters are not allowed.\"]}");
    }

    @Test
    void nothingIsMailedToWhomItIsNotForAndTheAnswerIsTheSame() {
        people.inactive("inactive@example.org");
        people.registered("unusable@example.org");
        database.sql().sql("update account set password = '!' where email like 'un%'").update();

        for (var who : List.of("inactive", "unusable", "nobody")) {
            assertThat(asks(who + "@example.org").expect(204).body()).isEmpty();
        }
        assertThat(mails.fresh()).isEmpty();
    }

    @Test
    void anUnknownAddressIsAnsweredNoSoonerThanAKnownOne() {
        long started = System.nanoTime();

        asks("nobody@example.org").expect(204);

        assertThat(System.nanoTime() - started).isGreaterThan(95_000_000L);
    }

    @Test
    void onlySoManyMailsGoToOneAddressAndNobodyNotices() {
        people.registered("ada@example.org");

        for (int i = 0; i < 7; i++) {
            asks("ADA@example.org").expect(204);
        }

        assertThat(mails.fresh()).hasSize(5);
    }

    @Test
    void ofManyWhoBringALinkAtOnceOneIsServed() {
        var mail = forgetsPassword(people.registered("ada@example.org"));

        var answers = AtOnce.call(6, () -> resetsPassword(mail, NEW_PASSWORD).status());

        assertThat(answers).containsOnlyOnce(204);
        assertThat(Collections.frequency(answers, 204) + Collections.frequency(answers, 400))
                .isEqualTo(6);
    }

    @Test
    void ofSeveralLinksThatAreBroughtAtOnceOneIsServed() {
        var ada = people.registered("ada@example.org");
        var links = new ArrayList<>(List.of(forgetsPassword(ada), forgetsPassword(ada)));
        links.addAll(List.of(forgetsPassword(ada), forgetsPassword(ada)));
        var left = Collections.synchronizedList(links);

        var answers =
                AtOnce.call(4, () -> resetsPassword(left.removeFirst(), NEW_PASSWORD).status());

        assertThat(answers).containsExactlyInAnyOrder(204, 400, 400, 400);
    }

    private Answer asks(String email) {
        return app.post("/users/reset_password/", Map.of("email", email));
    }

    private Answer confirm(String uid, String token) {
        return confirm(uid, token, NEW_PASSWORD);
    }

    private Answer confirm(String uid, String token, String password) {
        return app.json(
                "POST",
                "/users/reset_password_confirm/",
                "{\"uid\":%s,\"token\":%s,\"new_password\":\"%s\"}"
                        .formatted(uid, token, password));
    }
}
