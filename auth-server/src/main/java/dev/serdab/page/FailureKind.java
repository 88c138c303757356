package dev.serdab.page;

import org.springframework.http.HttpStatus;

/**
 * What a status means: to people (message keys) and to programs (a name in JSON that stays, a
 * sentence).
 */
enum FailureKind {
    BAD_REQUEST("bad-request", "invalid_request", "The request is malformed."),
    UNAUTHORIZED("unauthorized", "unauthorized", "Authentication is needed."),
    FORBIDDEN("forbidden", "forbidden", "This is not allowed."),
    FORM_EXPIRED("form-expired", "forbidden", "The form has expired."),
    NOT_FOUND("not-found", "not_found", "Not found."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed", "method_not_allowed", "This method is not allowed here."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            "not_acceptable",
            "Nothing can be sent in a form that the Accept header takes."),
    TOO_LARGE("too-large", "invalid_request", "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            "unsupported_media_type",
            "This media type is not read here."),
    TOO_MANY_REQUESTS(
            "too-many-requests", "too_many_requests", "Too many requests: try again later."),
    FAILURE(
            "failure",
            "server_error",
            "The server failed; its log says more under this request_id."),
    UNAVAILABLE("unavailable", "temporarily_unavailable", "The server is busy: try again later.");

    private final String reason;
    private final String code;
    private final String description;

    FailureKind(String reason, String code, String description) {
        this.reason = reason;
        this.code = code;
        this.description = description;
    }

    static FailureKind of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> UNAUTHORIZED;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND, GONE -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case CONTENT_TOO_LARGE, URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE -> TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
            case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            default -> status.is5xxServerError() ? FAILURE : BAD_REQUEST;
        };
    }

    String reason() {
        return reason;
    }

    String code() {
        return code;
    }

    String description() {
        return description;
    }
}
