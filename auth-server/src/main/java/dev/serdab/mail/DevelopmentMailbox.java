package dev.serdab.mail;

import dev.serdab.mail.OutboxContents.Entry;
import dev.serdab.settings.InDevelopment;

import jakarta.mail.MessagingException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Shows a developer every mail of this server, so that none has to be sent to try it out. */
@Controller
@InDevelopment
class DevelopmentMailbox {

    private static final int MOST = 100;

    private final OutboxContents contents;
    private final Outbox outbox;

    DevelopmentMailbox(OutboxContents contents, Outbox outbox) {
        this.contents = contents;
        this.outbox = outbox;
    }

    /**
     * A line of the list; of a mail that was sent, the subject is gone and its kind stands there.
     */
    record Line(UUID id, String to, String subject, Instant sentAt, String state) {}

    /** A mail to read. */
    record Reading(UUID id, String to, String subject, String text, Instant sentAt) {}

    @GetMapping("/dev/mail")
    String list(Model model) {
        model.addAttribute("messages", contents.latest(MOST).stream().map(this::line).toList());
        return "mail/mailbox";
    }

    @GetMapping("/dev/mail/{id}")
    String show(@PathVariable UUID id, Model model) {
        var entry =
                contents.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("message", reading(entry));
        return "mail/message";
    }

    private Line line(Entry entry) {
        return new Line(
                entry.id(),
                entry.recipient(),
                words(entry).subject(),
                entry.postedAt(),
                entry.state().word());
    }

    private Reading reading(Entry entry) {
        var words = words(entry);
        return new Reading(
                entry.id(), entry.recipient(), words.subject(), words.text(), entry.postedAt());
    }

    private Words words(Entry entry) {
        return outbox.open(entry.id()).map(DevelopmentMailbox::read).orElseGet(() -> ended(entry));
    }

    private static Words read(Parcel parcel) {
        try {
            var message = Messages.read(parcel.message(), null);
            return new Words(message.getSubject(), Messages.textOf(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Words ended(Entry entry) {
        var why = Objects.requireNonNullElse(entry.problem(), "");
        return new Words(entry.kind(), "This mail is no longer kept here. " + why);
    }

    private record Words(String subject, String text) {}
}
