package dev.serdab.mail;

import dev.serdab.account.EmailAddress;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Writes and reads messages as they travel (RFC 5322, RFC 2046 §5.1.4). */
final class Messages {

    private Messages() {}

    /**
     * Writes a message.
     *
     * @param id becomes the {@code Message-ID}, so that a mail sent twice can be told
     * @throws AddressException when no mail can be sent to the address
     */
    static String write(Letter letter, EmailAddress to, InternetAddress from, UUID id, Instant at)
            throws AddressException {
        var recipient = recipient(to);
        var domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        try {
            var message = new Named("<" + id + "@" + domain + ">");
            message.setFrom(from);
            message.setRecipient(MimeMessage.RecipientType.TO, recipient);
            message.setSubject(letter.subject(), "UTF-8");
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834 §5
            var text = part(letter.text(), "plain");
            message.setContent(new MimeMultipart("alternative", text, part(letter.html(), "html")));
            message.saveChanges();
            var out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toString(StandardCharsets.ISO_8859_1);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail could not be written", e);
        }
    }

    /** Reads a message back. */
    static MimeMessage read(String message, @Nullable Session session) throws MessagingException {
        var bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(session, new ByteArrayInputStream(bytes));
    }

    /** The text part of a message that {@link #write} wrote. */
    static String textOf(MimeMessage message) throws MessagingException, IOException {
        return ((Multipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private static InternetAddress recipient(EmailAddress to) throws AddressException {
        var text = to.value();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("control character");
        }
        int domain = text.lastIndexOf('@') + 1;
        if (domain > 0 && !text.startsWith("[", domain)) {
            text = text.substring(0, domain) + ascii(text.substring(domain));
        }
        var address = new InternetAddress(text, true);
        if (address.isGroup() || !text.equals(address.getAddress())) {
            throw new AddressException("more than an address");
        }
        return address;
    }

    private static String ascii(String domain) throws AddressException {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw new AddressException("not a domain");
        }
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content.replaceAll("\\R", "\r\n"), "UTF-8", subtype);
        return part;
    }

    /** Keeps its {@code Message-ID} when it is saved. */
    private static final class Named extends MimeMessage {

        private final String messageId;

        Named(String messageId) {
            super((Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
