import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param headers by name in lower case; of several of one name the last
 */
record Answer(int status, Map<String, String> headers, String body) {

    /** An answer that counts as an error. */
    static final class Unexpected extends IOException {

        private static final long serialVersionUID = 1L;

        Unexpected(String message) {
            super(message);
        }
    }

    /** Reads one; its cookies go into the jar, if there is one. */
    static Answer read(InputStream in, Cookies cookies) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (cookies != null && name.equals("set-cookie")) {
                cookies.keep(value);
            }
            headers.put(name, value);
        }
        return new Answer(status, headers, body(in, status, headers));
    }

    Answer expectSuccess(String what) throws Unexpected {
        if (status / 100 != 2) {
            var beginning = body.substring(0, Math.min(300, body.length()));
            throw new Unexpected(
                    what + " answered " + status + ": " + beginning.replaceAll("\\s+", " "));
        }
        return this;
    }

    boolean isRedirect() {
        return status / 100 == 3 && headers.containsKey("location");
    }

    boolean isTheLast() {
        return "close".equalsIgnoreCase(headers.get("connection"));
    }

    private static String body(InputStream in, int status, Map<String, String> headers)
            throws IOException {
        byte[] body;
        if (status == 204 || status == 304) {
            body = new byte[0];
        } else if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            body = chunks(in);
        } else {
            body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream(4096);
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        while (!line(in).isEmpty()) {
            // A trailer.
        }
        return all.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).replaceFirst(";.*", "").strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
