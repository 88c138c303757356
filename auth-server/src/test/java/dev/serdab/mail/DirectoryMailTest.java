package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serdab.testing.MovableClock;
import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

@Import(MovableClock.class)
class DirectoryMailTest extends ServerTest {

    private static final Path DIRECTORY = RunningServer.freshDirectory().resolve("mail");

    @Autowired Postbox postbox;
    @Autowired Courier courier;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transaction;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry settings) {
        settings.add("serdab.mail.directory", DIRECTORY::toString);
        settings.add("spring.mail.host", () -> "mail.invalid"); // The directory wins.
    }

    @BeforeEach
    void startWithAnEmptyDirectory() throws IOException {
        FileSystemUtils.deleteRecursively(DIRECTORY);
        Files.createDirectories(DIRECTORY);
    }

    @Test
    void aMailIsInItsFileBeforeWhoeverPostedItGoesOn() throws Exception {
        post("Ada");

        var mail = Messages.read(Files.readString(files().getFirst()), null);
        assertThat(mail.getSubject()).isEqualTo("A link for Ada");
        assertThat(mail.getFrom()[0]).hasToString("webmaster@localhost");
        assertThat(Messages.textOf(mail)).contains("" + PasswordLinkMail.LINK);
    }

    @Test
    void aMailIsInItsFileWhenTheCommitReturnsAndNotBefore() {
        transaction.executeWithoutResult(_ -> {
            post("Ada");
            assertThat(files()).isEmpty();
        });

        assertThat(files()).hasSize(1);
    }

    @Test
    void aMailOfWhatWasRolledBackIsNotWritten() {
        transaction.executeWithoutResult(status -> {
            post("Ada");
            status.setRollbackOnly();
        });
        clock.pass(Duration.ofMinutes(5));
        courier.deliverDue();

        assertThat(files()).isEmpty();
    }

    @Test
    void filesSortByTime() throws Exception {
        transaction.executeWithoutResult(_ -> {
            for (int i = 10; i < 30; i++) {
                post("number " + i);
            }
        });

        var files = files();
        for (int i = 10; i < 30; i++) {
            assertThat(Files.readString(files.get(i - 10))).contains("number " + i);
        }
    }

    @Test
    void whatAMailSaysIsGoneFromTheTableOnceItIsWritten() {
        post("Ada");

        await().until(() -> states().equals(List.of("SENT")));
        assertThat(database.sql().sql("select * from mail_outbox").query().singleRow())
                .containsEntry("sealed_message", null);
    }

    @Test
    void whatCannotBeWrittenNowIsWrittenLater() throws IOException {
        Files.delete(DIRECTORY);
        post("Ada");
        assertThat(states()).containsExactly("WAITING");

        Files.createDirectories(DIRECTORY);
        await().until(() -> {
            clock.pass(Duration.ofMinutes(3));
            courier.deliverDue();
            return states().equals(List.of("SENT"));
        });
        assertThat(files()).hasSize(1);
    }

    private void post(String name) {
        postbox.post(PasswordLinkMail.named("ada@example.org", name), Locale.ENGLISH);
    }

    private List<String> states() {
        return database.sql().sql("select state from mail_outbox").query(String.class).list();
    }

    private static List<Path> files() {
        try (var files = Files.list(DIRECTORY)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
