package dev.serdab.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import dev.serdab.testing.MovableClock;
import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerTest;

import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** A server that sends its mails by SMTP, and the mail server it sends them to. */
@Import(MovableClock.class)
abstract class MailServerTest extends ServerTest {

    private static final int PORT = RunningServer.freePort();

    @Autowired Postbox postbox;
    @Autowired Courier courier;
    @Autowired OutboxContents contents;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transaction;

    GreenMail mailServer;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> PORT);
        settings.add("serdab.mail.from", () -> "Serdab <id@example.org>");
    }

    @BeforeEach
    void startMailServer() {
        mailServer = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));
        mailServer.start();
        letTimePass(Duration.ofMinutes(5)); // Longer than a test before may have made us wait.
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    void post(Mail mail) {
        postbox.post(mail, Locale.ENGLISH);
    }

    void letTimePass(Duration time) {
        clock.pass(time);
        courier.deliverDue();
    }

    List<MimeMessage> arrived() {
        return Arrays.asList(mailServer.getReceivedMessages());
    }

    /** The one mail, as soon as it is there. */
    MimeMessage latest() {
        eventually(() -> arrived().size() == 1);
        return arrived().getFirst();
    }

    /** Everything that the table says, as one text. */
    String row() {
        return database.sql().sql("select * from mail_outbox").query().singleRow().toString();
    }

    String state() {
        return column("state");
    }

    String column(String name) {
        var oldest = "select * from mail_outbox order by posted_at limit 1";
        return String.valueOf(database.sql().sql(oldest).query().singleRow().get(name));
    }

    static void eventually(Callable<Boolean> happens) {
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20)).until(happens);
    }
}
