package dev.serdab.firstrun;

import static dev.serdab.testing.ServerProcess.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.bootstrap.Demo;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.Page;
import dev.serdab.testing.Program;
import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The first minutes of somebody who has nothing but the jar. */
class FirstRunIT {

    private static final String EMAIL = "root@example.com";
    private static final String PASSWORD = "plum tree 42 lantern";

    private static ServerProcess fresh;

    @BeforeAll
    static void startWithNothing() {
        fresh = started();
    }

    @AfterAll
    static void end() {
        fresh.close();
    }

    @Test
    void theBlockSaysAllThatSomebodyNeeds() {
        var issuer = fresh.issuer();
        assertThat(fresh.line("Issuer")).hasValue(issuer);
        assertThat(fresh.line("Discovery")).hasValue(issuer + "/.well-known/openid-configuration");
        assertThat(fresh.setupLink())
                .hasValueSatisfying(
                        link -> assertThat(link).matches(issuer + "/setup\\?token=[\\w-]{43}"));
        assertThat(fresh.line("Mailbox")).get().asString().startsWith(issuer + "/dev/mail ");
        assertThat(fresh.line("Playground"))
                .get()
                .asString()
                .startsWith(issuer + "/dev/playground ");
        assertThat(fresh.line("Account API")).get().asString().startsWith(issuer + "/dev/api ");
        assertThat(fresh.line("Demo client"))
                .get()
                .asString()
                .startsWith("demo-web / demo-web-secret-for-development-only ");
        assertThat(fresh.line("Data"))
                .get()
                .asString()
                .startsWith(fresh.directory().resolve("data") + " ");
        assertThat(fresh.output()).as("all is well").doesNotContain("WARN", "ERROR", "\tat ");

        var discovery = new Http(issuer).get(fresh.line("Discovery").orElseThrow()).expect(200);
        assertThat(discovery.text("issuer")).isEqualTo(issuer);
    }

    @Test
    void theCurlLineGetsAToken() {
        var line = fresh.line("Try").orElseThrow();
        var curl = Program.start(fresh.directory(), Map.of(), List.of("sh", "-c", line));

        assertThat(curl.awaitExit(Duration.ofSeconds(10))).as(curl.output()).isZero();
        assertThat(curl.output()).contains("\"access_token\":\"ey", "\"token_type\":\"Bearer\"");
    }

    @Test
    void theMailboxIsThere() {
        var mailbox = new Browser(fresh.issuer()).open("/dev/mail").expect(200);
        assertThat(mailbox.title()).isEqualTo("Development mailbox");
    }

    @Test
    void aSecondServerOnTheSameDataSaysWhoHoldsIt() {
        try (var second = ServerProcess.starting(fresh.directory(), Map.of())) {
            assertThat(second.refusesToStart())
                    .contains("serdab.data-directory is " + fresh.directory().resolve("data"))
                    .contains("process " + fresh.pid() + " (" + fresh.issuer() + ") holds")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        var port = "server.port=" + fresh.port();
        try (var second = ServerProcess.starting(RunningServer.freshDirectory(), Map.of(), port)) {
            assertThat(second.refusesToStart(Duration.ofSeconds(30)))
                    .contains("Port " + fresh.port() + " was already in use")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void everyStartPrintsALinkUntilOneOfThemHasMadeAnAdministrator() {
        try (var server = started()) {
            var browser = new Browser(server.issuer());
            var first = server.setupLink().orElseThrow();
            server.restart();
            var second = server.setupLink().orElseThrow();
            assertThat(second).isNotEqualTo(first);
            browser.open(second).expect(200);

            var page = setUp(browser, browser.open(first), "not an address", "").expect(422);
            assertThat(page.html().select("#email[aria-invalid], #password[aria-invalid]"))
                    .hasSize(2);
            page = setUp(browser, page, EMAIL, "1234").expect(422);
            assertThat(page.html().select("#password-problem").text()).contains("too short");
            assertThat(page.html().select("#name").val()).isEqualTo("Root");
            assertThat(page.html().select("#email").val()).isEqualTo(EMAIL);
            assertThat(page.html().select("#password").val()).isEmpty();

            var done = setUp(browser, page, EMAIL, PASSWORD).expect(200);
            assertThat(done.title()).isEqualTo("The administrator is ready");
            assertThat(done.html().text()).contains(EMAIL);

            for (var link : List.of(first, second)) {
                browser.open(link).isError(410, "This set-up link no longer works");
            }
            setUp(browser, page, "other@example.com", PASSWORD)
                    .isError(410, "This set-up link no longer works");
            assertThat(signIn(browser, EMAIL).html().text()).contains(EMAIL, "Administrator");

            server.restart();
            assertThat(server.setupLink()).isEmpty();
            browser.open(second).isError(410, "This set-up link no longer works");
            assertThat(browser.open("/account").html().text()).contains(EMAIL, "Administrator");
        }
    }

    @Test
    void aRestartKeepsKeysAccountsSessionsAndTokens() {
        try (var server = started()) {
            var http = server.http();
            var ada = Map.of("email", "ada@example.com", "name", "Ada", "password", PASSWORD);
            http.post("/users/", ada).expect(201);
            var browser = new Browser(server.issuer());
            signIn(browser, "ada@example.com");
            var key = http.post("/token/login/", ada).expect(200).text("auth_token");
            var jwt = http.post("/jwt/create/", ada).expect(200).text("access");
            var machine = App.demoMachine(server.issuer());
            var token = machine.asksForItself("").expect(200).text("access_token");
            var web = App.demoWeb(server.issuer());
            var ask = web.asks("openid offline_access");
            var code = browser.allow(browser.open(ask)).code();
            var refresh = web.redeems(code, ask).expect(200).text("refresh_token");
            var keys = http.get("/oauth2/jwks").json();

            server.restart();

            assertThat(http.get("/oauth2/jwks").json()).isEqualTo(keys);
            browser.open("/account").expect(200).isAt("/account");
            signIn(new Browser(server.issuer()), "ada@example.com");
            http.with("Authorization", "Token " + key).get("/users/me/").expect(200);
            http.with("Authorization", "JWT " + jwt).get("/users/me/").expect(200);
            assertThat(machine.findsActive(token)).isTrue();
            web.refreshes(refresh).expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.profiles.active=prod", "serdab.issuer=https://id.example.com"})
    void whereOthersCanComeNothingIsThereForTrying(String setting) {
        try (var server = started(setting)) {
            var link = server.setupLink().orElseThrow();
            assertThat(link).startsWith(server.issuer() + "/setup?token=");
            assertThat(server.output())
                    .doesNotContainIgnoringCase("demo", "secret", "dev/mail", "dev/api");

            var http = server.http().with("Accept", "text/html");
            http.get(link.substring(server.issuer().length())).expect(200);
            http.get("/dev/mail").expect(404);
            http.get("/dev/api").expect(404);
            http.get("/oauth2/authorize?client_id=" + Demo.WEB).expect(400);
            App.demoMachine("http://localhost:" + server.port()).asksForItself("").expect(401);
            var person = Map.of("email", Demo.EMAIL, "password", Demo.PASSWORD);
            server.http().post("/token/login/", person).expect(400);
        }
    }

    @Test
    void aDevelopersServerThatOthersReachForgetsWhatTheReadmeKnows() {
        var directory = RunningServer.freshDirectory();
        try (var server = ServerProcess.startedIn(directory)) {
            server.http()
                    .post("/users/", Map.of("email", EMAIL, "name", "Root", "password", PASSWORD))
                    .expect(201);
        }
        try (var server = ServerProcess.startedIn(directory, "spring.profiles.active=prod")) {
            assertThat(server.output())
                    .contains("demo client demo-spa was deleted")
                    .contains("demo client demo-device was deleted");
            var local = "http://localhost:" + server.port();
            App.demoMachine(local).asksForItself("").expect(401);
            for (var client : List.of(Demo.WEB, "demo-spa")) {
                new Browser(local)
                        .open("/oauth2/authorize?client_id=" + client)
                        .isError(400, "We don’t know this app");
            }
            var demo = Map.of("email", Demo.EMAIL, "password", Demo.PASSWORD);
            server.http().post("/token/login/", demo).expect(400);
            var own = Map.of("email", EMAIL, "password", PASSWORD);
            server.http().post("/token/login/", own).expect(200);
        }
    }

    private static Page setUp(Browser browser, Page page, String email, String password) {
        var typed = Map.of("name", "Root", "email", email, "password", password);
        return browser.press(page, "create-administrator", typed);
    }

    private static Page signIn(Browser browser, String email) {
        return browser.signIn(browser.open("/sign-in"), email, PASSWORD)
                .expect(200)
                .isAt("/account");
    }
}
