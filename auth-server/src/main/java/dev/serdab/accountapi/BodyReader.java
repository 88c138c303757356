package dev.serdab.accountapi;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.util.Locale;

/**
 * Reads a body in any of Django REST framework's three formats, whatever the method: the servlet
 * container would read forms of {@code POST} only.
 */
class BodyReader {

    /** Bytes that are read at most. */
    static final int LONGEST = 64 * 1024;

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data";

    private BodyReader() {}

    static Body read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LONGEST) {
            return new Body.Unreadable(Refusal.TOO_LARGE.answer());
        }
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return new Body.Unreadable(Refusal.TOO_LARGE.answer());
        }
        if (bytes.length == 0) {
            return new Body.Values(JsonNodeFactory.instance.objectNode(), false);
        }
        var contentType = request.getContentType();
        return switch (mediaType(contentType)) {
            case JSON -> JsonBody.parse(bytes);
            case FORM -> FormBody.parse(bytes);
            case MULTIPART -> MultipartBody.parse(bytes, contentType);
            default -> new Body.Unreadable(unsupported(contentType));
        };
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        var type = end < 0 ? contentType : contentType.substring(0, end);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static Answer unsupported(@Nullable String contentType) {
        return Answer.detail(
                415,
                "Unsupported media type \"%s\" in request."
                        .formatted(contentType == null ? "" : contentType));
    }
}
