package dev.serdab.outbound;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Locale;

/**
 * One request and as much of its answer as is wanted.
 *
 * @param most how many bytes of a body may come; 0: it is not read
 */
record Call(CloseableHttpClient http, HttpUriRequestBase request, int most) {

    Reply answer() throws IOException, HttpException {
        var host = RoutingSupport.determineHost(request);
        var response = http.executeOpen(host, request, null);
        try {
            return read(response);
        } finally {
            // Closing an answer would read what is left of it, and it may never end.
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private Reply read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var body = entity == null || most == 0 ? new byte[0] : start(entity);
        if (body.length > most) {
            return new Reply.Refused("It has more than %d bytes.".formatted(most));
        }
        return new Reply.Answered(
                response.getCode(),
                entity == null ? "" : mediaType(entity.getContentType()),
                header(response, HttpHeaders.CACHE_CONTROL),
                header(response, HttpHeaders.WWW_AUTHENTICATE),
                body);
    }

    private byte[] start(HttpEntity entity) throws IOException {
        // Closed with the response.
        var stream = entity.getContent();
        return stream == null ? new byte[0] : stream.readNBytes(most + 1);
    }

    private static String mediaType(@Nullable String header) {
        var type = ContentType.parseLenient(header);
        return type == null || type.getMimeType() == null
                ? ""
                : type.getMimeType().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
