package dev.serdab.clientregistration;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.protocol.ProtocolError;

import org.springframework.http.HttpStatus;

import java.util.Set;

/** The errors of registration (RFC 7591 §3.2.2). */
final class RegistrationError {

    private static final Set<String> REDIRECTS = Set.of("redirect_uris");
    private static final int LONGEST = 400;

    private RegistrationError() {}

    static ProtocolError metadata(String description) {
        return error("invalid_client_metadata", description);
    }

    static ProtocolError of(Checked.Bad bad) {
        return error(
                REDIRECTS.contains(bad.field())
                        ? "invalid_redirect_uri"
                        : "invalid_client_metadata",
                bad.field() + " " + bad.sentence());
    }

    static ProtocolError softwareStatement() {
        return error(
                "unapproved_software_statement",
                "Software statements are not taken here: send the metadata itself.");
    }

    static ProtocolError tooLarge() {
        return new ProtocolError(
                HttpStatus.CONTENT_TOO_LARGE,
                "invalid_client_metadata",
                "That is more than an app can be.");
    }

    /** RFC 6750 §3.1. */
    static ProtocolError invalidToken(String description) {
        return new ProtocolError(HttpStatus.UNAUTHORIZED, "invalid_token", description);
    }

    /** What came from outside may stand in a sentence: it must not leave ASCII. */
    private static ProtocolError error(String code, String description) {
        var ascii =
                description.replace('"', '\'').replace("…", "...").replaceAll("[^ -~]|\\\\", "?");
        return new ProtocolError(
                HttpStatus.BAD_REQUEST,
                code,
                ascii.length() > LONGEST ? ascii.substring(0, LONGEST) : ascii);
    }
}
