import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 connection that is kept alive. As little code as possible between the clock and the
 * server: the machine that measures is the machine that is measured.
 */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private String server = "";
    private Socket socket;
    private InputStream in;

    Answer get(URI url, Cookies cookies, String authorization) throws IOException {
        return send("GET", url, null, cookies, authorization);
    }

    Answer post(URI url, String form, Cookies cookies, String authorization) throws IOException {
        return send("POST", url, form, cookies, authorization);
    }

    private Answer send(String method, URI url, String form, Cookies cookies, String authorization)
            throws IOException {
        var request = request(method, url, form, cookies, authorization);
        boolean isFresh = connect(url);
        try {
            return exchange(request, cookies);
        } catch (EOFException | SocketException e) {
            close();
            if (isFresh) {
                throw e;
            }
            // The server had closed an idle connection.
            connect(url);
            return exchange(request, cookies);
        }
    }

    private static byte[] request(
            String method, URI url, String form, Cookies cookies, String authorization) {
        var head = new StringBuilder(512);
        head.append(method).append(' ').append(url.getRawPath());
        if (url.getRawQuery() != null) {
            head.append('?').append(url.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(url.getRawAuthority()).append("\r\n");
        if (authorization != null) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        if (cookies == null) {
            head.append("Accept: application/json\r\n");
        } else {
            head.append("Accept: text/html\r\nAccept-Language: en\r\n").append(cookies.header());
        }
        if (form != null) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(form.length())
                    .append("\r\n");
        }
        // A form is ASCII once it is encoded.
        head.append("\r\n").append(form == null ? "" : form);
        return head.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private boolean connect(URI url) throws IOException {
        if (socket != null && server.equals(url.getRawAuthority())) {
            return false;
        }
        close();
        server = url.getRawAuthority();
        socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        return true;
    }

    private Answer exchange(byte[] request, Cookies cookies) throws IOException {
        socket.getOutputStream().write(request);
        var answer = Answer.read(in, cookies);
        if (answer.isTheLast()) {
            close();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
