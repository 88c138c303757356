package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.bootstrap.Demo;
import dev.serdab.testing.App;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.util.ReflectionTestUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whoever reads the whole database, or the log, can open nothing with it. */
@ExtendWith(OutputCaptureExtension.class)
class NoSecretsInTheDatabaseTest extends ProtocolTest {

    private static final String WRONG_PASSWORD = "a wrong guess at a password";
    private static final String NEW_PASSWORD = "another lantern under a fig tree";

    @Autowired ApplicationContext server;
    @Autowired Environment environment;

    /** What must not be found, by what it is. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    /** What lay in the database at one time or another. */
    private final StringBuilder stored = new StringBuilder();

    @Test
    void nothingThatOpensAnythingIsStoredOrLogged(CapturedOutput output) throws IOException {
        int startUpBlock = output.getAll().length();
        knows("the master key", Files.readString(masterKey()).strip());
        knows("everybody's password", People.PASSWORD);
        knows("the demo person's password", Demo.PASSWORD);
        knows("the demo app's secret", Demo.WEB_SECRET);
        knows("the demo service's secret", Demo.MACHINE_SECRET);
        for (var app : new App[] {notes, legacy, trusted, machine}) {
            knows(app.clientId() + "'s secret", app.secret());
        }

        theFirstAdministratorIsMade();
        var ada = people.registered("ada@example.org");
        somebodySignsInToAnApp(ada);
        aServiceSpeaksForItself();
        somebodySignsUpAtTheAccountApi();
        somebodyForgetsThePassword();

        var log = output.getAll().substring(startUpBlock);
        assertThat(stored)
                .as("what is looked at is what is stored")
                .contains("ada@example.org", sha256(secrets.get("a code")), "notes.read")
                .contains(sha256(secrets.get("a refresh token")), "pending_authorization")
                .contains(sha256(secrets.get("a mailed link's token")))
                .contains(sha256(secrets.get("a link for the first administrator")));
        assertThat(secrets).hasSizeGreaterThan(30);
        assertThat(secrets)
                .allSatisfy((what, secret) -> {
                    assertThat(stored.indexOf(secret)).as("%s is stored", what).isNegative();
                    assertThat(log).as("%s is logged", what).doesNotContain(secret);
                });
        assertThat(stored).as("a private key of any kind").doesNotContain("\"d\":", "PRIVATE KEY");
    }

    private void theFirstAdministratorIsMade() {
        String token =
                ReflectionTestUtils.invokeMethod(
                        server.getBean("dev.serdab.firstrun.Invitations"), "issue");
        knows("a link for the first administrator", token);
        look();
        var page = browser.open("/setup?token=" + token);
        knows("a form's token", page.csrfToken());
        browser.press(
                        page,
                        "create-administrator",
                        Map.of(
                                "name",
                                "Root",
                                "email",
                                "root@example.org",
                                "password",
                                knows("the administrator's password", NEW_PASSWORD)))
                .expect(200);
        look();
    }

    private void somebodySignsInToAnApp(Account ada) {
        var ask = notes.asks("openid profile email offline_access notes.read");
        knows("a code verifier", ask.verifier());
        var signIn = browser.open(ask);
        knows("a waiting request's handle", signIn.handle());
        look();
        browser.press(
                        signIn,
                        "sign-in",
                        Map.of(
                                "email",
                                "ada@example.org",
                                "password",
                                knows("a wrong password", WRONG_PASSWORD)))
                .expect(422);
        var consent = browser.signIn(signIn, ada);
        knows("a session's cookie", browser.cookie("sid"));
        knows("a form cookie", browser.cookie("csrf"));
        look();
        var code = knows("a code", browser.allow(consent).code());
        look();
        var tokens = knows("", Tokens.of(notes.redeems(code, ask)));
        look();
        var next = knows("another ", notes.refreshed(tokens.refresh()));
        notes.asksUserInfo(next.access()).expect(200);
        notes.introspects(next.refresh()).expect(200);
        notes.revokes(next.access()).expect(200);
        look();
        notes.redeems(code, ask).expect(400);
        browser.open(notes.asks("openid").with("prompt", "login"));
        var page = browser.post("/oauth2/authorize", mobile.asks("openid email").parameters());
        knows("another waiting request's handle", page.handle());
        look();
        browser.open("/connect/logout?id_token_hint=" + next.id()).expect(200);
        look();
    }

    private void aServiceSpeaksForItself() {
        knows(
                "a service's token",
                machine.asksForItself("notes.read").expect(200).text("access_token"));
        look();
    }

    private void somebodySignsUpAtTheAccountApi() {
        var password = knows("a password at the account API", "seven pears on a windowsill");
        app.json(
                        "POST",
                        "/users/",
                        """
                        {"email": "bob@example.org", "name": "Bob", "password": "%s"}\
                        """
                                .formatted(password))
                .expect(201);
        var credentials =
                """
                {"email": "bob@example.org", "password": "%s"}\
                """
                        .formatted(password);
        look();
        var key = app.json("POST", "/token/login/", credentials).expect(200).text("auth_token");
        knows("an account API key", key);
        look();
        app.with("Authorization", "Token " + key).get("/users/me/").expect(200);
        var jwt = app.json("POST", "/jwt/create/", credentials).expect(200);
        knowsJwt("an account API's access token", jwt.text("access"));
        knowsJwt("an account API's refresh token", jwt.text("refresh"));
        look();
        var refreshed =
                app.json(
                                "POST",
                                "/jwt/refresh/",
                                "{\"refresh\": \"%s\"}".formatted(jwt.text("refresh")))
                        .expect(200);
        knowsJwt("an account API's next access token", refreshed.text("access"));
        app.with("Authorization", "Token " + key).json("POST", "/token/logout/", "").expect(204);
        look();
    }

    private void somebodyForgetsThePassword() {
        app.post("/users/reset_password/", Map.of("email", "bob@example.org")).expect(204);
        var mail = browser.open(browser.open("/dev/mail").html().select(".mails a").attr("href"));
        var link = mail.html().select(".mail-text a").attr("href");
        knows("a mailed link's token", link.substring(link.lastIndexOf('/') + 1));
        look();
        browser.press(
                        browser.open(link),
                        "choose-password",
                        Map.of("password", knows("a reset password", "walnut sea 7 umbrella")))
                .expect(200);
        look();
    }

    private String knows(String what, String secret) {
        assertThat(secret).as(what).hasSizeGreaterThan(15);
        secrets.put(what, secret);
        return secret;
    }

    private Tokens knows(String which, Tokens tokens) {
        knowsJwt("an " + which + "access token", tokens.access());
        knowsJwt("an " + which + "ID token", tokens.id());
        knows(which.isEmpty() ? "a refresh token" : which + "refresh token", tokens.refresh());
        return tokens;
    }

    /** Without its signature a token is worth nothing, so that must not be found either. */
    private void knowsJwt(String what, String token) {
        knows(what, token);
        knows(what + "'s signature", token.substring(token.lastIndexOf('.') + 1));
    }

    private void look() {
        stored.append(database.dump());
    }

    private Path masterKey() {
        return Path.of(environment.getRequiredProperty("serdab.data-directory"), "master.key");
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
