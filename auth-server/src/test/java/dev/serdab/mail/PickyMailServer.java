package dev.serdab.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that turns mails away: what it answers to {@code RCPT TO} is up to the test. Real
 * ones do; GreenMail takes everything.
 */
class PickyMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile String answer = "250 OK";

    PickyMailServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    void answers(String recipientAnswer) {
        answer = recipientAnswer;
        commands.clear();
    }

    /** How often somebody tried to send a mail. */
    long tries() {
        return commands.stream().filter(command -> command.startsWith("RCPT")).count();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client went, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII);
        var lines = new BufferedReader(in);
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        out.print("220 picky\r\n");
        out.flush();
        boolean isText = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!isText) {
                commands.add(line);
            }
            if (isText && !line.equals(".")) {
                continue;
            }
            isText = line.equals("DATA");
            out.print(answerTo(line) + "\r\n");
            out.flush();
        }
    }

    private String answerTo(String line) {
        if (line.startsWith("RCPT")) {
            return answer;
        }
        return line.equals("DATA") ? "354 Go on" : "250 OK";
    }

    static PickyMailServer started() {
        try {
            return new PickyMailServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
