package dev.serdab.openapi;

import static dev.serdab.testing.People.PASSWORD;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AnswerCheck;
import dev.serdab.testing.ApiDescription;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.Http;
import dev.serdab.testing.MailDirectory.Letter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tour through the account API on which everything happens that its document describes. */
@TestPropertySource(
        properties = {
            "serdab.account-api.send-activation-email=true",
            "serdab.account-api.hide-users=false",
            "serdab.jwt.rotate-refresh-tokens=true",
            "serdab.jwt.blacklist-endpoint=true",
            "serdab.limits.sign-up=6/1h",
            "serdab.limits.sign-in=4/1h"
        })
class DescribedAnswersTest extends FrontEndTest {

    private static final Map<String, String> CURRENT = Map.of("current_password", PASSWORD);

    ApiDescription api;
    AnswerCheck check;

    @BeforeEach
    void look() {
        api = ApiDescription.servedTo(app);
        check = new AnswerCheck(api);
        app = app.shownTo(check);
    }

    @Test
    void everyAnswerThatIsDescribedIsGivenAsItIsDescribed() {
        strangersAndWrongBodies();
        peopleAndOthers();
        signingUp();
        tokens();
        passwords();
        addresses("set_email", "reset_email", "reset_email_confirm");
        addresses("set_username", "reset_username", "reset_username_confirm");
        leaving();
        tooOften();

        assertThat(check.differences()).isEmpty();
        assertThat(check.seen()).containsAll(described());
    }

    /** All that is named, but for 503: that takes more people at once than a test has. */
    private List<String> described() {
        return api.operations().entrySet().stream()
                .flatMap(operation ->
                        operation.getValue().get("responses").propertyNames().stream()
                                .filter(status -> !List.of("default", "503").contains(status))
                                .map(status -> operation.getKey() + " " + status))
                .toList();
    }

    private void strangersAndWrongBodies() {
        app.get("/").expect(200);
        app.with("Accept", "text/html").get("/").expect(303);
        var ada = as(people.registered("wrong@example.org"));
        var id = me(ada);
        for (var operation : api.operations().keySet()) {
            var method = operation.replaceFirst(" .*", "");
            var path = operation.replaceFirst(".* ", "").replace("{id}", id);
            withKey("bad").json(method, path, "{}");
            if (!method.equals("GET") && !path.equals("/token/logout/")) {
                ada.json(method, path, "{\"name\":\"\"}").expect(400);
            }
        }
    }

    private void peopleAndOthers() {
        var ada = as(people.registered("ada@example.org"));
        var bob = me(as(people.registered("bob@example.org")));
        ada.get("/users/").expect(200);
        for (var path : List.of("/users/me/", "/users/" + me(ada) + "/")) {
            ada.get(path).expect(200);
            ada.json("PUT", path, "{\"name\":\"Ada L.\"}").expect(200);
            ada.json("PATCH", path, "{}").expect(200);
        }
        for (var method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            ada.json(method, "/users/" + bob + "/", "{\"name\":\"Bob\"}").expect(403);
            ada.json(method, "/users/999999/", "{\"name\":\"Nobody\"}").expect(404);
        }
    }

    private void signingUp() {
        for (var path : List.of("/users/activation/", "/users/confirm/")) {
            var email = path.length() + "@example.org";
            mails.fresh();
            signUp(email, "Ada", PASSWORD).expect(201);
            app.post("/users/resend_activation/", Map.of("email", email)).expect(204);
            var mail = mails.fresh().getFirst();
            app.post(path, link(mail)).expect(204);
            app.post(path, link(mail)).expect(403);
        }
    }

    private void tokens() {
        withKey(logIn(people.registered("key@example.org")))
                .post("/token/logout/", Map.of())
                .expect(204);

        people.registered("jwt@example.org");
        var refresh = createJwt("jwt@example.org", PASSWORD).expect(200).text("refresh");
        createJwt("jwt@example.org", "wrong").expect(401);
        app.post("/jwt/refresh/", Map.of("refresh", refresh)).expect(200);
        app.post("/jwt/verify/", Map.of("token", refresh)).expect(200);
        app.post("/jwt/blacklist/", Map.of("refresh", refresh)).expect(200);
        app.post("/jwt/blacklist/", Map.of("refresh", refresh)).expect(401);
        app.post("/jwt/refresh/", Map.of("refresh", refresh)).expect(401);
        app.post("/jwt/verify/", Map.of("token", "bad")).expect(401);
    }

    private void passwords() {
        var ada = people.registered("password@example.org");
        as(ada).post(
                        "/users/set_password/",
                        Map.of("new_password", PASSWORD, "current_password", PASSWORD))
                .expect(204);
        mails.fresh();
        resetsPassword(forgetsPassword(ada), NEW_PASSWORD).expect(204);
    }

    private void addresses(String set, String reset, String confirm) {
        var ada = people.registered(set + "@example.org");
        var changed = "new-" + set + "@example.org";
        as(ada).post(
                        "/users/" + set + "/",
                        Map.of("new_email", changed, "current_password", PASSWORD))
                .expect(204);
        mails.fresh();
        app.post("/users/" + reset + "/", Map.of("email", changed)).expect(204);
        app.post(
                        "/users/" + confirm + "/",
                        link(mails.one(), "new_email", "newer-" + set + "@example.org"))
                .expect(204);
    }

    private void leaving() {
        var ada = as(people.registered("leaving@example.org"));
        ada.json("DELETE", "/users/me/", json(CURRENT)).expect(204);
        var bob = as(people.registered("leaving-too@example.org"));
        bob.json("DELETE", "/users/" + me(bob) + "/", json(CURRENT)).expect(204);
    }

    private void tooOften() {
        for (int i = 0; i < 6; i++) {
            signUp("often-" + i + "@example.org", "Ada", PASSWORD);
        }
        signUp("often@example.org", "Ada", PASSWORD).expect(429);

        var email = "hasty@example.org";
        var ada = as(people.registered(email));
        for (int i = 0; i < 4; i++) {
            createJwt(email, "wrong").expect(401);
        }
        createJwt(email, PASSWORD).expect(429);
        app.post("/token/login/", Map.of("email", email, "password", PASSWORD)).expect(429);
        var change =
                Map.of(
                        "current_password", PASSWORD,
                        "new_password", NEW_PASSWORD,
                        "new_email", "calm@example.org");
        for (int i = 0; i < 4; i++) {
            ada.json("DELETE", "/users/me/", json(Map.of("current_password", "wrong"))).expect(400);
        }
        for (var path : List.of("set_password", "set_email", "set_username")) {
            ada.post("/users/" + path + "/", change).expect(429);
        }
        ada.json("DELETE", "/users/me/", json(CURRENT)).expect(429);
        ada.json("DELETE", "/users/" + me(ada) + "/", json(CURRENT)).expect(429);
    }

    private static String me(Http person) {
        return person.get("/users/me/").expect(200).text("id");
    }

    private static Map<String, String> link(Letter mail) {
        return Map.of("uid", mail.uid(), "token", mail.token());
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
