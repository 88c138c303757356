package dev.serdab.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.util.List;
import java.util.Objects;

/** Hands each mail to the mail server that {@code spring.mail.*} names. */
class SmtpCarrier implements Carrier {

    /** Refusals that speak of us, not of the address: out of order, sign in first. */
    private static final List<String> NOT_ABOUT_THE_ADDRESS = List.of("503", "530", "535");

    private final JavaMailSenderImpl server;

    SmtpCarrier(JavaMailSenderImpl server) {
        this.server = server;
    }

    @Override
    public Pace pace() {
        return Pace.SOON;
    }

    @Override
    public Delivery carry(Parcel parcel) {
        Transport connection;
        try {
            connection = connect();
        } catch (MessagingException e) {
            return new Delivery.Unreachable(words(e));
        }
        try {
            var message = Messages.read(parcel.message(), server.getSession());
            connection.sendMessage(message, message.getAllRecipients());
            return new Delivery.Sent();
        } catch (SendFailedException e) {
            return refusesAddress(e)
                    ? new Delivery.Refused(said(e))
                    : new Delivery.Postponed(said(e));
        } catch (MessagingException e) {
            return new Delivery.Postponed(said(e));
        } finally {
            leave(connection);
        }
    }

    private Transport connect() throws MessagingException {
        var protocol = Objects.requireNonNullElse(server.getProtocol(), "smtp");
        var connection = server.getSession().getTransport(protocol);
        connection.connect(
                server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        return connection;
    }

    private static boolean refusesAddress(SendFailedException failure) {
        var refused = failure.getInvalidAddresses();
        return refused != null
                && refused.length > 0
                && NOT_ABOUT_THE_ADDRESS.stream().noneMatch(said(failure)::startsWith);
    }

    /** The innermost words, which are the mail server's own and begin with its code. */
    private static String said(MessagingException failure) {
        Exception innermost = failure;
        while (innermost instanceof MessagingException step && step.getNextException() != null) {
            innermost = step.getNextException();
        }
        return words(innermost);
    }

    private static String words(Exception failure) {
        var words = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        return Harmless.line(words).strip();
    }

    /** Whatever goes wrong while hanging up, the mail has its answer. */
    private static void leave(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // The connection is gone either way.
        }
    }
}
