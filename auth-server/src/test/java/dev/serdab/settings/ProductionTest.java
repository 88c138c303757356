package dev.serdab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.AuthServer;
import dev.serdab.bootstrap.Demo;
import dev.serdab.testing.Answer;
import dev.serdab.testing.ApiDescription;
import dev.serdab.testing.Http;
import dev.serdab.testing.Page;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.Map;

/** What is different once the issuer is an address that others reach. */
class ProductionTest {

    private static final String ISSUER = "https://id.example.com";

    private static ConfigurableApplicationContext server;

    /** What a proxy in front of the server sends on. */
    private static Http proxy;

    @BeforeAll
    static void start() {
        server =
                SpringApplication.run(
                        AuthServer.class,
                        "--serdab.issuer=" + ISSUER,
                        "--serdab.data-directory=" + RunningServer.freshDirectory(),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--serdab.bootstrap.accounts[0].email=ada@example.org",
                        "--serdab.bootstrap.accounts[0].name=Ada",
                        "--serdab.bootstrap.accounts[0].password=plum tree 42 lantern");
        var port = server.getEnvironment().getRequiredProperty("local.server.port");
        proxy = new Http("http://localhost:" + port).with("Accept", "text/html");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyAddressIsBuiltFromTheIssuer() {
        var document = proxy.get("/.well-known/openid-configuration").expect(200);

        assertThat(document.text("issuer")).isEqualTo(ISSUER);
        assertThat(document.text("token_endpoint")).isEqualTo(ISSUER + "/oauth2/token");
    }

    @Test
    void browsersAreToldToComeByHttpsThoughAProxyEndsIt() {
        for (var path :
                new String[] {"/sign-in", "/.well-known/openid-configuration", "/users/me/"}) {
            assertThat(proxy.get(path).header("Strict-Transport-Security"))
                    .as(path)
                    .startsWith("max-age=31536000");
        }
    }

    @Test
    void theDescriptionOfTheAccountApiNamesTheIssuer() {
        assertThat(ApiDescription.servedTo(proxy).server()).isEqualTo(ISSUER);
    }

    @Test
    void cookiesAreSecureAndForThisHostAlone() {
        var page = new Page(proxy.get("/sign-in").expect(200));
        var formCookie = page.answer().header("Set-Cookie");
        assertThat(formCookie).matches("__Host-csrf=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax");

        var answer = signIn(page, formCookie.substring(0, formCookie.indexOf(';')));

        assertThat(answer.expect(303).header("Set-Cookie"))
                .matches("__Host-sid=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void aCookieWithoutThePrefixIsNotLookedAt() {
        var page = new Page(proxy.get("/sign-in").expect(200));
        var formCookie = page.answer().header("Set-Cookie");
        var signedIn =
                signIn(page, formCookie.substring(0, formCookie.indexOf(';'))).header("Set-Cookie");
        var secret = signedIn.substring(signedIn.indexOf('=') + 1, signedIn.indexOf(';'));

        proxy.with("Cookie", "__Host-sid=" + secret).get("/account").expect(200);
        proxy.with("Cookie", "sid=" + secret).get("/account").expect(302);
    }

    @Test
    void theComfortsOfDevelopmentAreGone() {
        new Http("http://localhost:" + server.getEnvironment().getProperty("local.server.port"))
                .basic(Demo.MACHINE, Demo.MACHINE_SECRET)
                .post("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .expect(401);
        proxy.get("/dev/mail").expect(404);
        proxy.get("/dev/api").expect(404);
    }

    private static Answer signIn(Page page, String formCookie) {
        return proxy.with("Cookie", formCookie)
                .post(
                        "/sign-in",
                        Map.of(
                                "email",
                                "ada@example.org",
                                "password",
                                "plum tree 42 lantern",
                                "_csrf",
                                page.csrfToken()));
    }
}
