package dev.serdab.page;

import org.springframework.http.HttpStatus;

/** What a status means: to people (message keys) and to programs (a name in JSON that stays). */
enum FailureKind {
    BAD_REQUEST("bad-request", "bad_request"),
    UNAUTHORIZED("unauthorized", "unauthorized"),
    FORBIDDEN("forbidden", "forbidden"),
    FORM_EXPIRED("form-expired", "forbidden"),
    NOT_FOUND("not-found", "not_found"),
    METHOD_NOT_ALLOWED("method-not-allowed", "method_not_allowed"),
    NOT_ACCEPTABLE("not-acceptable", "not_acceptable"),
    TOO_LARGE("too-large", "too_large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "unsupported_media_type"),
    TOO_MANY_REQUESTS("too-many-requests", "too_many_requests"),
    FAILURE("failure", "server_error"),
    UNAVAILABLE("unavailable", "temporarily_unavailable");

    private final String reason;
    private final String code;

    FailureKind(String reason, String code) {
        this.reason = reason;
        this.code = code;
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
}
