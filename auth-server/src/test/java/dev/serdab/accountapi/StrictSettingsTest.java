package dev.serdab.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.Map;

/** What Djoser's switches do and no recording shows. */
@TestPropertySource("/djoser/settings/strict.properties")
class StrictSettingsTest extends FrontEndTest {

    private static final String DIFFER =
            "{\"non_field_errors\":[\"The two email fields didn't match.\"]}";

    @Test
    void aNewAddressIsTypedTwice() {
        var ada = as(people.registered("ada@example.org"));

        assertThat(ada.json("POST", "/users/set_email/", "{}").expect(400).body())
                .isEqualTo(
                        "{\"current_password\":[\"This field is required.\"],\"new_email\":[\"This"
                                + " field is required.\"],\"re_new_email\":[\"This field is"
                                + " required.\"]}");
        assertThat(
                        ada.post("/users/set_email/", twice("n@example.org", "m@example.org"))
                                .expect(400)
                                .body())
                .isEqualTo(DIFFER);
        ada.post("/users/set_email/", twice("n@example.org", "n@example.org")).expect(204);
        var mail = mails.one();
        assertThat(mail.to()).isEqualTo("n@example.org");
        assertThat(mail.subject())
                .isEqualTo("Strict Site - Your username has been successfully changed!");
        assertThat(mail.link()).isEmpty();
    }

    @Test
    void aNewAddressByLinkIsTypedTwiceAndThatIsSaidBeforeTheLinkIsLookedAt() {
        var mail = wantsAnotherAddress(people.registered("ada@example.org"));
        var fields = link(mail, "new_email", "n@example.org");
        fields.put("re_new_email", "m@example.org");
        fields.put("token", "wrong");
        assertThat(app.post("/users/reset_email_confirm/", fields).expect(400).body())
                .isEqualTo(DIFFER);

        fields.put("re_new_email", "n@example.org");
        assertThat(app.post("/users/reset_email_confirm/", fields).expect(400).body())
                .startsWith("{\"token\":");
        fields.put("token", mail.token());
        app.post("/users/reset_email_confirm/", fields).expect(204);
        assertThat(mails.one().to()).isEqualTo("n@example.org");
    }

    @Test
    void aPasswordByLinkIsTypedTwiceAndThatIsSaidAfterItsStrength() {
        var mail = forgetsPassword(people.registered("ada@example.org"));
        var fields = link(mail, "new_password", "1");
        fields.put("re_new_password", "2");
        fields.put("token", "wrong");
        assertThat(app.post("/users/reset_password_confirm/", fields).expect(400).body())
                .startsWith("{\"new_password\":");

        fields.put("new_password", NEW_PASSWORD);
        assertThat(app.post("/users/reset_password_confirm/", fields).expect(400).body())
                .isEqualTo("{\"non_field_errors\":[\"The two password fields didn't match.\"]}");
    }

    @Test
    void aLogInBringsASessionForThePagesAndNoneForTheApi() {
        var ada = people.registered("ada@example.org");

        var answer = logsIn(Map.of()).expect(200);

        assertThat(answer.response().headers().allValues("Vary"))
                .containsExactlyInAnyOrder("Accept", "Cookie");
        assertThat(answer.header("Set-Cookie")).startsWith("sid=").contains("HttpOnly", "Lax");
        assertThat(app.get("/account").expect(200).body()).contains("ada@example.org");
        app.get("/users/me/").expect(401);
        assertThat(now(ada).lastLogin()).isNotNull();
    }

    @Test
    void aPageOfAForeignOriginGetsNoSession() {
        people.registered("ada@example.org");

        assertThat(logsIn(Map.of("Origin", "https://evil.example")).header("Set-Cookie")).isEmpty();
        assertThat(logsIn(Map.of("Origin", "null")).header("Set-Cookie")).isEmpty();
        assertThat(logsIn(Map.of("Origin", issuer)).header("Set-Cookie")).isNotEmpty();
    }

    @Test
    void loggingOutSignsThatBrowserOut() {
        people.registered("ada@example.org");
        var key = logsIn(Map.of()).text("auth_token");

        withKey(key).send("POST", "/token/logout/", null, "").expect(204);

        app.get("/account").expect(302);
    }

    @Test
    void aChangedPasswordLogsOutEverywhere() {
        people.registered("ada@example.org");
        var key = logsIn(Map.of()).text("auth_token");

        withKey(key)
                .post(
                        "/users/set_password/",
                        Map.of(
                                "current_password", People.PASSWORD,
                                "new_password", NEW_PASSWORD,
                                "re_new_password", NEW_PASSWORD))
                .expect(204);

        withKey(key).get("/users/me/").expect(401);
        app.get("/account").expect(302);
        assertThat(mails.one().to()).isEqualTo("ada@example.org");
    }

    private dev.serdab.testing.Answer logsIn(Map<String, String> headers) {
        var page = app;
        for (var header : headers.entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return page.post(
                "/token/login/", Map.of("email", "ada@example.org", "password", People.PASSWORD));
    }

    private static Map<String, String> twice(String email, String again) {
        return Map.of(
                "current_password", People.PASSWORD, "new_email", email, "re_new_email", again);
    }
}
