package dev.serdab.mailedlink;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What goes into a link, and then only its reader knows it.
 *
 * @param uid whose link it is, as Django writes it
 * @param token {@code <seconds since 2001 in base 36>-<32 hex digits>}
 * @param endsAt until when it works
 */
public record MailedLink(String uid, String token, Instant endsAt) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** Until when it works, for people to read in any language. */
    public String until() {
        return moment(endsAt);
    }

    /** A moment, for people to read in any language. */
    public static String moment(Instant at) {
        return MINUTE.format(at);
    }

    @Override
    public String toString() {
        return "MailedLink[…]";
    }
}
