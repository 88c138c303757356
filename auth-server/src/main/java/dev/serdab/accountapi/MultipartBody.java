package dev.serdab.accountapi;

import dev.serdab.accountapi.Body.Unreadable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/**
 * A form in parts (RFC 7578). Of equal names the last counts. A file is kept as something that is
 * not a text, so that every field refuses it.
 */
class MultipartBody {

    private static final String KIND = "Multipart form";
    private static final String NEW_LINE = "\r\n";
    private static final String DISPOSITION = "content-disposition:";

    private MultipartBody() {}

    static Body parse(byte[] bytes, String contentType) {
        var boundary = boundary(contentType);
        if (boundary.isEmpty()) {
            return Unreadable.malformed(KIND, "Invalid boundary in multipart: None");
        }
        // One char for each byte, so that nothing is lost before a part's text is decoded.
        var content = NEW_LINE + new String(bytes, StandardCharsets.ISO_8859_1);
        var delimiter = NEW_LINE + "--" + boundary;
        var values = JsonNodeFactory.instance.objectNode();
        int start = content.indexOf(delimiter);
        while (start >= 0) {
            start += delimiter.length();
            int end = content.indexOf(delimiter, start);
            if (end < 0 || content.startsWith("--", start)) {
                break;
            }
            addPart(values, content.substring(start, end));
            start = end;
        }
        return new Body.Values(values, true);
    }

    private static String boundary(String contentType) {
        try {
            var boundary = MediaType.parseMediaType(contentType).getParameter("boundary");
            return boundary == null ? "" : boundary.replace("\"", "");
        } catch (InvalidMediaTypeException e) {
            return "";
        }
    }

    /** A part is the rest of the delimiter's line, headers, an empty line and the value. */
    private static void addPart(ObjectNode values, String part) {
        int headersEnd = part.indexOf(NEW_LINE + NEW_LINE);
        if (headersEnd < 0) {
            return;
        }
        for (var header : part.substring(0, headersEnd).split(NEW_LINE, -1)) {
            if (header.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length())) {
                var disposition = disposition(header.substring(DISPOSITION.length()));
                var name = disposition.getName();
                if (name != null) {
                    add(values, name, disposition, part.substring(headersEnd + 4));
                }
            }
        }
    }

    private static void add(
            ObjectNode values, String name, ContentDisposition disposition, String value) {
        if (disposition.getFilename() == null) {
            values.put(name, utf8(value));
        } else {
            values.putArray(name);
        }
    }

    private static ContentDisposition disposition(String value) {
        try {
            return ContentDisposition.parse(utf8(value.strip()));
        } catch (IllegalArgumentException e) {
            return ContentDisposition.empty();
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
