package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import dev.serdab.testing.Http;
import dev.serdab.testing.People;
import dev.serdab.testing.Postgres;
import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerProcess;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The mail server is down while people sign up, and ours is killed meanwhile. */
class MailOutageIT {

    private static final List<String> PEOPLE =
            IntStream.range(0, 100).mapToObj("person-%d@example.com"::formatted).toList();

    private static final int ANSWERED_BEFORE = 50;

    /** Fewer than the server tells to come back later. */
    private static final int AT_ONCE = 4;

    /** Longer than a mail waits that a killed server was about to send. */
    private static final Duration PATIENCE = OutboxQueue.LEASE.plusMinutes(1);

    @Test
    void everyMailArrivesOnceOnH2() throws Exception {
        everyMailArrivesOnce();
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.matrix", matches = "full")
    void everyMailArrivesOnceOnPostgres() throws Exception {
        everyMailArrivesOnce(
                "spring.datasource.url=" + Postgres.newDatabase(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=");
    }

    private static void everyMailArrivesOnce(String... database) throws Exception {
        int port = RunningServer.freePort();
        var settings = Arrays.copyOf(database, database.length + 4);
        settings[database.length] = "spring.mail.host=127.0.0.1";
        settings[database.length + 1] = "spring.mail.port=" + port;
        settings[database.length + 2] = "serdab.account-api.send-confirmation-email=true";
        settings[database.length + 3] = "serdab.limits.sign-up=100000/1h";
        try (var server = ServerProcess.started(settings)) {
            signUpUntilKilled(server);
            server.startAgain();
            PEOPLE.forEach(email -> signUp(server.http(), email));
            assertThat(states(server.http())).hasSize(100).containsOnly("waiting");

            var mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
            mailServer.start();
            try {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> !states(server.http()).contains("waiting"));
                assertThat(states(server.http())).hasSize(100).containsOnly("sent");
                assertThat(mailServer.getReceivedMessages())
                        .extracting(MailOutageIT::recipient)
                        .containsExactlyInAnyOrderElementsOf(PEOPLE);
            } finally {
                mailServer.stop();
            }
        }
    }

    /** Some are answered, some are not; nobody knows what became of those. */
    private static void signUpUntilKilled(ServerProcess server) throws InterruptedException {
        var http = server.http();
        var enough = new CountDownLatch(ANSWERED_BEFORE);
        try (var work = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var email : PEOPLE) {
                work.execute(() -> {
                    try {
                        signUp(http, email);
                        enough.countDown();
                    } catch (UncheckedIOException e) {
                        // It was killed.
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).as(server.output()).isTrue();
            server.killHard();
        }
    }

    /** Makes an account, or finds it made. */
    private static void signUp(Http http, String email) {
        var answer =
                http.post(
                        "/users/",
                        Map.of("email", email, "name", "Ada", "password", People.PASSWORD));
        assertThat(answer.status()).as(answer.body()).isIn(201, 400);
        if (answer.status() == 400) {
            assertThat(answer.body()).contains("already exists");
        }
    }

    /** What became of each mail, as the development mailbox shows it. */
    private static List<String> states(Http http) {
        return Jsoup.parse(http.get("/dev/mail").expect(200).body())
                .select(".mails .tag")
                .eachText();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
