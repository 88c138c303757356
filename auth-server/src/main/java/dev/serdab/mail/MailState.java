package dev.serdab.mail;

import java.util.Locale;

/** How far a mail has come. */
enum MailState {
    /** To be sent. */
    WAITING,
    /** Not to be sent: a developer reads it. */
    KEPT,
    SENT,
    /** The address takes no mail. */
    REFUSED,
    /** Postponed again and again, for three days. */
    GIVEN_UP;

    /** As one shows it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
