package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serdab.cleanup.CleanUp;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.ServerTest;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

@Import(MovableClock.class)
class RefusedMailTest extends ServerTest {

    private static final PickyMailServer MAIL_SERVER = PickyMailServer.started();

    @Autowired Postbox postbox;
    @Autowired Courier courier;
    @Autowired OutboxContents contents;
    @Autowired CleanUp cleanUp;
    @Autowired MovableClock clock;
    @Autowired MeterRegistry meters;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", MAIL_SERVER::port);
    }

    @AfterAll
    static void close() throws IOException {
        MAIL_SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 No such user", "553 5.1.3 Bad address", "554 5.7.1 No"})
    void anAddressThatTheMailServerRefusesIsNotTriedAgain(String answer) {
        MAIL_SERVER.answers(answer);
        post();

        await().until(() -> state().equals("REFUSED"));
        letTimePass(Duration.ofDays(1));
        assertThat(MAIL_SERVER.tries()).isEqualTo(1);
        assertThat(row()).containsEntry("problem", answer).containsEntry("sealed_message", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 4.7.1 Greylisted", "452 4.2.2 Mailbox full", "530 Sign in first"})
    void aMailThatIsPostponedIsTriedAgainAfterGrowingPauses(String answer) {
        MAIL_SERVER.answers(answer);
        post();
        await().until(() -> attempts() == 1);

        letTimePass(Duration.ofSeconds(11));
        await().until(() -> attempts() == 2);
        letTimePass(Duration.ofSeconds(11));
        assertThat(attempts()).isEqualTo(2);
        letTimePass(Duration.ofSeconds(20));
        await().until(() -> attempts() == 3);

        MAIL_SERVER.answers("250 OK");
        letTimePass(Duration.ofHours(1));
        await().until(() -> state().equals("SENT"));
        assertThat(MAIL_SERVER.tries()).isEqualTo(1);
    }

    @Test
    void aMailThatIsPostponedForThreeDaysIsGivenUp() {
        MAIL_SERVER.answers("450 4.7.1 Greylisted");
        post();
        await().until(() -> attempts() == 1);

        letTimePass(Duration.ofHours(71));
        assertThat(state()).isEqualTo("WAITING");
        letTimePass(Duration.ofHours(2));
        await().until(() -> state().equals("GIVEN_UP"));
        assertThat(row()).containsEntry("sealed_message", null);
    }

    @Test
    void whatEndedIsForgottenAfterThirtyDays() {
        MAIL_SERVER.answers("250 OK");
        post();
        await().until(() -> state().equals("SENT"));

        clock.pass(Duration.ofDays(29));
        cleanUp.run();
        assertThat(contents.latest(10)).hasSize(1);
        clock.pass(Duration.ofDays(2));
        cleanUp.run();
        assertThat(contents.latest(10)).isEmpty();
    }

    @Test
    void operatorsSeeWhatWaitsAndWhatWasSent() {
        double before = meters.get("serdab.mail.sent").counter().count();
        MAIL_SERVER.answers("450 4.7.1 Greylisted");
        post();
        await().until(() -> attempts() == 1);
        assertThat(meters.get("serdab.mail.waiting").gauge().value()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(5));
        assertThat(age()).isBetween(300.0, 310.0);

        MAIL_SERVER.answers("250 OK");
        letTimePass(Duration.ofHours(1));
        await().until(() -> meters.get("serdab.mail.waiting").gauge().value() == 0);
        await().until(() -> meters.get("serdab.mail.sent").counter().count() == before + 1);
        assertThat(age()).isZero();
        assertThat(meters.get("serdab.mail.failed").tag("how", "postponed").counter().count())
                .isPositive();
    }

    private double age() {
        return meters.get("serdab.mail.oldest.waiting").timeGauge().value(TimeUnit.SECONDS);
    }

    private void post() {
        postbox.post(PasswordLinkMail.to("ada@example.org"), Locale.ENGLISH);
    }

    private void letTimePass(Duration time) {
        clock.pass(time);
        courier.deliverDue();
    }

    private Map<String, Object> row() {
        return database.sql().sql("select * from mail_outbox").query().singleRow();
    }

    private String state() {
        return row().get("state").toString();
    }

    private int attempts() {
        return ((Number) row().get("attempts")).intValue();
    }
}
