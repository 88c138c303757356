package dev.serdab.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.bootstrap.Demo;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.People;
import dev.serdab.testing.Postgres;
import dev.serdab.testing.ServerProcess;

import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What the server has answered stays true, though it is killed in the middle of its work. */
class KillHardIT {

    private static final int ASKED = 200;
    private static final int ANSWERED_BEFORE = 30;

    /** Fewer than the server tells to come back later. */
    private static final int AT_ONCE = 4;

    private static final String NO_LIMIT = "100000/1h";

    @Test
    void onH2() throws InterruptedException {
        try (var server =
                ServerProcess.started(
                        "serdab.limits.sign-up=" + NO_LIMIT,
                        "serdab.limits.sign-in-per-address=" + NO_LIMIT)) {
            keepsItsWord(server);
            walksTheCodeFlow(server);
        }
    }

    @Test
    void onPostgres() throws InterruptedException {
        try (var server =
                ServerProcess.started(
                        "serdab.limits.sign-up=" + NO_LIMIT,
                        "serdab.limits.sign-in-per-address=" + NO_LIMIT,
                        "spring.datasource.url=" + Postgres.newDatabase(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=")) {
            keepsItsWord(server);
            walksTheCodeFlow(server);
        }
    }

    private static void keepsItsWord(ServerProcess server) throws InterruptedException {
        var http = server.http();
        var machine = App.demoMachine(server.issuer());
        var accounts = new ConcurrentLinkedQueue<String>();
        var tokens = new ConcurrentLinkedQueue<String>();
        var enough = new CountDownLatch(ANSWERED_BEFORE);
        try (var work = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < ASKED; i++) {
                var email = "person-%d@example.com".formatted(i);
                work.execute(() -> {
                    if (isRegistered(http, email)) {
                        accounts.add(email);
                        enough.countDown();
                    }
                });
                work.execute(() -> addToken(machine, tokens));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).as(server.output()).isTrue();
            server.killHard();
        }
        assertThat(accounts).hasSizeBetween(ANSWERED_BEFORE, ASKED - 1);
        assertThat(tokens).hasSizeBetween(1, ASKED - 1);

        server.startAgain();

        assertThat(accounts).allSatisfy(email -> logsIn(http, email));
        assertThat(tokens).allMatch(machine::findsActive);
    }

    private static boolean isRegistered(Http http, String email) {
        try {
            var body =
                    """
                    {"email": "%s", "name": "Ada", "password": "%s"}\
                    """
                            .formatted(email, People.PASSWORD);
            http.json("POST", "/users/", body).expect(201);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void addToken(App machine, Collection<String> tokens) {
        try {
            tokens.add(machine.asksForItself("").expect(200).text("access_token"));
        } catch (UncheckedIOException e) {
            // It was killed.
        }
    }

    private static void logsIn(Http http, String email) {
        http.post("/token/login/", Map.of("email", email, "password", People.PASSWORD)).expect(200);
    }

    private static void walksTheCodeFlow(ServerProcess server) {
        var app = App.demoWeb(server.issuer());
        var browser = new Browser(server.issuer());
        var ask = app.asks("openid email");
        var consent = browser.signIn(browser.open(ask), Demo.EMAIL, Demo.PASSWORD);
        var token =
                app.redeems(browser.allow(consent).code(), ask).expect(200).text("access_token");
        assertThat(app.asksUserInfo(token).expect(200).text("email")).isEqualTo(Demo.EMAIL);
    }
}
