package dev.serdab.protocol;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error of a protocol endpoint: {@code error} and {@code error_description} (RFC 6749 §5.2).
 *
 * @param status the HTTP status
 * @param code a registered error code
 * @param description for developers; plain ASCII without quotes or backslashes
 */
public record ProtocolError(HttpStatus status, String code, String description) {

    /** A parameter is missing, repeated or malformed. */
    public static ProtocolError invalidRequest(String description) {
        return new ProtocolError(HttpStatus.BAD_REQUEST, "invalid_request", description);
    }

    /** The code or refresh token is of no use to this client. */
    public static ProtocolError invalidGrant(String description) {
        return new ProtocolError(HttpStatus.BAD_REQUEST, "invalid_grant", description);
    }

    /** The client asked for a scope it may not have. */
    public static ProtocolError invalidScope(String description) {
        return new ProtocolError(HttpStatus.BAD_REQUEST, "invalid_scope", description);
    }

    /** It asked for a token for an API that it may not have one for (RFC 8707 §2). */
    public static ProtocolError invalidResource() {
        return invalidTarget(
                "resource names what this client gets no tokens for, or more than was granted.");
    }

    /** There is no token for the API that was named (RFC 8693 §2.2.2). */
    public static ProtocolError invalidTarget(String description) {
        return new ProtocolError(HttpStatus.BAD_REQUEST, "invalid_target", description);
    }

    /** Who the client is could not be shown. */
    public static ProtocolError invalidClient(String description) {
        return new ProtocolError(HttpStatus.UNAUTHORIZED, "invalid_client", description);
    }

    /** The client is known, but not for this. */
    public static ProtocolError unauthorizedClient(String description) {
        return new ProtocolError(HttpStatus.BAD_REQUEST, "unauthorized_client", description);
    }

    /** The members of the JSON body or of the redirect. */
    public Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        members.put("error", code);
        members.put("error_description", description);
        return members;
    }

    /**
     * The answer, JSON whatever the client accepts; a 401 asks for {@code Basic} (RFC 6749 §5.2).
     */
    public ResponseEntity<Map<String, String>> response() {
        var answer = answer();
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Basic realm=\"serdab\"");
        }
        return answer.body(members());
    }

    /** The answer to who came too often: when to come again is in it (RFC 6585 §4). */
    public static ResponseEntity<Map<String, String>> tooMany(String description, Duration wait) {
        var error =
                new ProtocolError(
                        HttpStatus.TOO_MANY_REQUESTS, "temporarily_unavailable", description);
        return error.answer()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()))
                .body(error.members());
    }

    private ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
    }
}
