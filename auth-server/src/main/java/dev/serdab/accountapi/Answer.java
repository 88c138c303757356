package dev.serdab.accountapi;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an endpoint answers.
 *
 * @param body written as JSON; {@code null} for an empty body
 * @param headers besides those every answer has
 */
public record Answer(int status, @Nullable Object body, Map<String, String> headers) {

    /** 200 with a body. */
    public static Answer ok(Object body) {
        return of(200, body);
    }

    /** 201 with a body. */
    public static Answer created(Object body) {
        return of(201, body);
    }

    /** 204: done, and nothing to say. */
    public static Answer noContent() {
        return of(204, null);
    }

    /** 303 to a page. */
    public static Answer seeOther(URI page) {
        return new Answer(303, null, Map.of("Location", page.toString()));
    }

    /** 400 with any JSON, as a few endpoints have it; an empty body with {@code null}. */
    public static Answer badRequest(@Nullable Object body) {
        return of(400, body);
    }

    /** 401 with any JSON. */
    public static Answer unauthorized(Object body) {
        return of(401, body);
    }

    /** 400: a field is wrong. */
    public static Answer wrongField(String field, List<String> messages) {
        return badRequest(Map.of(field, messages));
    }

    /** 400: the fields are good one by one, but not together. */
    public static Answer wrongTogether(String message) {
        return wrongField("non_field_errors", List.of(message));
    }

    /** 400: what had to be typed twice was typed differently. */
    public static Answer differ(String what) {
        return wrongTogether("The two %s fields didn't match.".formatted(what));
    }

    /** An error in one sentence. */
    public static Answer detail(int status, String detail) {
        return of(status, Map.of("detail", detail));
    }

    /** An error in one sentence, with the name that djangorestframework-simplejwt gives it. */
    public static Answer detail(int status, String detail, String code) {
        var body = new LinkedHashMap<String, String>();
        body.put("detail", detail);
        body.put("code", code);
        return of(status, body);
    }

    /** 429: too often. */
    public static Answer throttled(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        return detail(
                        429,
                        "Request was throttled. Expected available in %d second%s."
                                .formatted(seconds, seconds == 1 ? "" : "s"))
                .with("Retry-After", Long.toString(seconds));
    }

    /** 503: more work waits than can be done. */
    static Answer busy(int retryAfterSeconds) {
        return detail(503, "Service temporarily unavailable, try again later.")
                .with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** The same with one more header; {@code Vary} adds to what every answer has. */
    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, more);
    }

    private static Answer of(int status, @Nullable Object body) {
        return new Answer(status, body, Map.of());
    }
}
