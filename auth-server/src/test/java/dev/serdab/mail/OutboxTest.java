package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class OutboxTest extends MailServerTest {

    @Test
    void aMailIsSentAfterTheCommitAndNotBefore() {
        transaction.executeWithoutResult(_ -> {
            post(PasswordLinkMail.to("ada@example.org"));
            CompletableFuture.runAsync(courier::deliverDue).join();
            assertThat(arrived()).isEmpty();
        });

        assertThat(latest()).isNotNull();
    }

    @Test
    void aMailOfWhatWasRolledBackIsNeverSent() {
        transaction.executeWithoutResult(status -> {
            post(PasswordLinkMail.to("ada@example.org"));
            status.setRollbackOnly();
        });
        letTimePass(Duration.ofHours(1));

        assertThat(arrived()).isEmpty();
        assertThat(database.sql().sql("select * from mail_outbox").query().listOfRows()).isEmpty();
    }

    @Test
    void aMailIsReadableInBothFormsAndSaysThatAMachineWroteIt() throws Exception {
        post(PasswordLinkMail.to("ada@example.org"));

        var mail = latest();
        assertThat(mail.getSubject()).isEqualTo("A link for Ada");
        assertThat(mail.getFrom()[0]).hasToString("Serdab <id@example.org>");
        assertThat(mail.getAllRecipients()[0]).hasToString("ada@example.org");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@example.org>");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(Messages.textOf(mail)).contains("Hello Ada,", "" + PasswordLinkMail.LINK);
    }

    @Test
    void aMailSpeaksKorean() throws Exception {
        postbox.post(PasswordLinkMail.named("ada@example.org", "에이다"), Locale.KOREA);

        assertThat(latest().getSubject()).isEqualTo("에이다 님을 위한 링크");
        assertThat(Messages.textOf(latest())).startsWith("안녕하세요 에이다 님,");
    }

    @Test
    void whatAMailSaysIsSealedUntilItIsSentAndGoneAfterwards() {
        transaction.executeWithoutResult(_ -> {
            post(PasswordLinkMail.to("ada@example.org"));
            var bytes =
                    database.sql()
                            .sql("select sealed_message from mail_outbox")
                            .query(byte[].class)
                            .single();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret", "Ada", "Subject");
            assertThat(row()).doesNotContain("secret", "A link");
        });

        eventually(() -> state().equals("SENT"));
        assertThat(column("sealed_message")).isEqualTo("null");
    }

    @Test
    void whileTheMailServerIsDownMailsWaitAndLeaveOnceInOrderSoonAfterItIsBack() throws Exception {
        mailServer.stop();
        post(PasswordLinkMail.named("ada@example.org", "first"));
        post(PasswordLinkMail.named("ada@example.org", "second"));
        eventually(() -> column("problem").startsWith("Couldn't connect"));
        for (int minute = 0; minute < 10; minute++) {
            letTimePass(Duration.ofMinutes(1));
        }
        assertThat(contents.waiting()).isEqualTo(2);

        mailServer.start();
        letTimePass(Duration.ofMinutes(1));
        eventually(() -> contents.waiting() == 0);
        letTimePass(Duration.ofHours(1));
        assertThat(List.of(arrived().get(0).getSubject(), arrived().get(1).getSubject()))
                .containsExactly("A link for first", "A link for second");
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void aMailThatANodeTookBeforeItCrashedIsSentByAnother(@Autowired OutboxQueue queue) {
        transaction.executeWithoutResult(_ -> {
            post(PasswordLinkMail.to("ada@example.org"));
            var id = queue.due(clock.instant(), 1).getFirst();
            assertThat(queue.take(id, clock.instant())).isTrue();
        });

        letTimePass(Duration.ofSeconds(110));
        assertThat(arrived()).isEmpty();
        letTimePass(Duration.ofSeconds(20));
        assertThat(latest()).isNotNull();
    }

    @Test
    void twoSendersAtOnceSendEachMailOnce() throws Exception {
        int mails = 60;
        transaction.executeWithoutResult(_ ->
                IntStream.range(0, mails)
                        .mapToObj(n -> "number " + n)
                        .forEach(n -> post(PasswordLinkMail.named("ada@example.org", n))));

        Callable<Boolean> sender =
                () -> {
                    courier.deliverDue();
                    return true;
                };
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var node : nodes.invokeAll(List.of(sender, sender, sender))) {
                assertThat(node.get()).isTrue();
            }
        }
        eventually(() -> contents.waiting() == 0);
        letTimePass(Duration.ofHours(1));

        assertThat(arrived()).hasSize(mails);
        assertThat(arrived().stream().map(OutboxTest::subject).distinct()).hasSize(mails);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
