package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.DevelopmentMailbox.Line;
import dev.serdab.mail.DevelopmentMailbox.Reading;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.server.ResponseStatusException;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A developer's server, where nobody said how mails leave. */
@TestPropertySource(properties = "serdab.limits.mail=2/1h")
class DevelopmentMailboxTest extends ServerTest {

    @Autowired Postbox postbox;
    @Autowired MailLimit limit;
    @Autowired Courier courier;
    @Autowired DevelopmentMailbox mailbox;
    @Autowired OutboxContents contents;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyMailIsKeptAndListedNewestFirst() {
        post(PasswordLinkMail.named("ada@example.org", "Ada"));
        post(PasswordLinkMail.named("bob@example.org", "Bob"));
        courier.deliverDue();

        assertThat(list())
                .extracting(Line::to, Line::subject, Line::state)
                .containsExactly(
                        tuple("bob@example.org", "A link for Bob", "kept"),
                        tuple("ada@example.org", "A link for Ada", "kept"));
        assertThat(contents.waiting()).isZero();
    }

    @Test
    void aMailIsShownWithItsText() {
        post(PasswordLinkMail.to("ada@example.org"));

        var mail = read(list().getFirst().id());
        assertThat(mail.to()).isEqualTo("ada@example.org");
        assertThat(mail.subject()).isEqualTo("A link for Ada");
        assertThat(mail.text()).contains("\n" + PasswordLinkMail.LINK + "\n");
        assertThat(mail.sentAt()).isNotNull();
    }

    @Test
    void aMailThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> read(UUID.randomUUID()))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("404");
    }

    @Test
    void anAddressThatNoMailCanBeSentToIsShownAsRefused() {
        post(PasswordLinkMail.to("ada"));

        assertThat(list()).extracting(Line::state).containsExactly("refused");
        assertThat(read(list().getFirst().id()).text()).contains("no longer kept");
    }

    @Test
    void nobodyCanHaveAnInboxFilled() {
        var ada = new EmailAddress("ada@example.org");
        assertThat(limit.allows(ada)).isTrue();
        assertThat(limit.allows(new EmailAddress("ADA@example.org"))).isTrue();
        assertThat(limit.allows(ada)).isFalse();
        assertThat(limit.allows(new EmailAddress("bob@example.org"))).isTrue();
    }

    @Test
    void theLimitIsAskedBeforeTheTransaction() {
        assertThatThrownBy(() ->
                        transaction.execute(_ -> limit.allows(new EmailAddress("ada@example.org"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thePagesShowWhatPeopleWroteAsText() {
        post(PasswordLinkMail.named("ada@example.org", "<b>Ada</b>"));

        assertThat(app.get("/dev/mail").expect(200).body()).contains("&lt;b&gt;Ada&lt;/b&gt;");
        assertThat(app.get("/dev/mail/" + list().getFirst().id()).expect(200).body())
                .contains("Hello &lt;b&gt;Ada&lt;/b&gt;,", "href=\"https://id.example.org/reset/");
    }

    private void post(Mail mail) {
        postbox.post(mail, Locale.ENGLISH);
    }

    @SuppressWarnings("unchecked")
    private List<Line> list() {
        var model = new ConcurrentModel();
        assertThat(mailbox.list(model)).isEqualTo("mail/mailbox");
        return (List<Line>) model.getAttribute("messages");
    }

    private Reading read(UUID id) {
        var model = new ConcurrentModel();
        assertThat(mailbox.show(id, model)).isEqualTo("mail/message");
        return (Reading) model.getAttribute("message");
    }
}
