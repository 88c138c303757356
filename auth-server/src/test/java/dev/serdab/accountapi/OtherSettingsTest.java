package dev.serdab.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.People;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.Map;

@TestPropertySource(
        properties = {
            "serdab.account-api.path-prefix=/auth",
            "serdab.account-api.allowed-origins=https://app.example.com",
            "serdab.account-api.hide-users=false",
            "serdab.account-api.user-create-password-retype=true",
            "serdab.account-api.send-confirmation-email=true",
            "serdab.account-api.site-name=Example",
            "serdab.limits.sign-up=2/1h",
            "serdab.password.validators=numeric,length",
            "serdab.jwt.audience=https://one.example.com,https://two.example.com",
            "serdab.jwt.scope=notes.read notes.write"
        })
class OtherSettingsTest extends ServerTest {

    private static final String FRONT_END = "https://app.example.com";

    @Test
    void everyPathIsBelowThePrefix() {
        assertThat(app.get("/auth/").expect(200).text("users")).isEqualTo(issuer + "/auth/users/");
        app.get("/auth/users/me/").expect(401);
        app.get("/users/me/").expect(404);
        assertThat(app.get("/auth/users/me").expect(301).header("Location"))
                .isEqualTo("/auth/users/me/");
    }

    @Test
    void aPageOfAnAllowedOriginMayAskAndRead() {
        var page = app.with("Origin", FRONT_END);

        var preflight = preflight(page).expect(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(page.get("/auth/users/me/").header("Access-Control-Allow-Origin"))
                .isEqualTo(FRONT_END);
    }

    @Test
    void aPageOfAnotherOriginMayNotReadThoughOthersGetTheirAnswer() {
        for (var origin : new String[] {"https://evil.example", "null"}) {
            var page = app.with("Origin", origin);

            assertThat(preflight(page).expect(403).header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(
                            page.get("/auth/users/me/")
                                    .expect(401)
                                    .header("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void aPlainOptionsIsNoPreflight() {
        app.with("Origin", FRONT_END).send("OPTIONS", "/auth/token/login/", null, "").expect(200);
        app.send("OPTIONS", "/auth/users/me/", null, "").expect(401);
    }

    @Test
    void thePasswordIsTypedTwice() {
        assertThat(signUp("ada@example.org", "1234567", "1").expect(400).body())
                .isEqualTo(
                        "{\"password\":[\"This password is entirely numeric.\",\"This password is"
                                + " too short. It must contain at least 8 characters.\"]}");
        assertThat(signUp("ada@example.org", "ada@example.org", "Ada@example.org").body())
                .isEqualTo("{\"non_field_errors\":[\"The two password fields didn't match.\"]}");
        signUp("ada@example.org", "ada@example.org", " ada@example.org").expect(201);
    }

    @Test
    void onlySoManyAccountsComeFromOneAddress() {
        signUp("a@example.org", "password", "password").expect(201);
        signUp("a@example.org", "password", "password").expect(400);
        signUp("b@example.org", "password", "password").expect(201);

        var refused = signUp("c@example.org", "password", "password").expect(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        assertThat(refused.text("detail"))
                .isEqualTo(
                        "Request was throttled. Expected available in %s seconds."
                                .formatted(refused.header("Retry-After")));
    }

    @Test
    void usersWhoAreNotHiddenAreSeenAndNotTouched() {
        var bob = people.registered("bob@example.org");
        people.registered("ada@example.org");
        var pair =
                app.post(
                                "/auth/jwt/create/",
                                Map.of("email", "ada@example.org", "password", People.PASSWORD))
                        .expect(200);
        var ada = app.bearer(pair.text("access"));

        assertThat(ada.get("/auth/users/").expect(200).json()).hasSize(2);
        ada.json("PATCH", "/auth/users/" + bob.id() + "/", "{\"name\":\"X\"}").expect(403);
        assertThat(ada.get("/auth/users/999999/").expect(404).text("detail"))
                .isEqualTo("No UserAccount matches the given query.");
    }

    private static Answer preflight(Http page) {
        return page.with("Access-Control-Request-Method", "DELETE")
                .with("Access-Control-Request-Headers", "authorization")
                .send("OPTIONS", "/auth/users/me/", null, "");
    }

    private Answer signUp(String email, String password, String again) {
        return app.post(
                "/auth/users/",
                Map.of("email", email, "name", "Ada", "password", password, "re_password", again));
    }

    @Test
    void aMailTellsThatTheAccountExistsInTheLanguageOfTheRequest() {
        var ada =
                """
                {"name": "Ada", "email": "ada@example.org", "password": "plum tree 42",
                 "re_password": "plum tree 42"}\
                """;
        app.with("Accept-Language", "ko").json("POST", "/auth/users/", ada).expect(201);
        app.json("POST", "/auth/users/", ada).expect(400);

        var mailbox = app.get("/dev/mail").expect(200).body();
        assertThat(mailbox).contains("ada@example.org").containsOnlyOnce("/dev/mail/");
    }
}
