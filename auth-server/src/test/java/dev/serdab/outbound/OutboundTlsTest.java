package dev.serdab.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.serdab.testing.Certificate;

import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLContext;

/** Whoever is called at an address that was looked up must still be who the name says. */
class OutboundTlsTest {

    private static final char[] PASSWORD = Certificate.PASSWORD.toCharArray();

    private SSLContext certificate;
    private HttpsServer server;

    /** A server whose certificate says {@code app.example.com}. */
    @BeforeEach
    void startServer() throws Exception {
        var store = Certificate.of("app.example.com").file();
        certificate =
                SSLContexts.custom()
                        .loadKeyMaterial(store, PASSWORD, PASSWORD)
                        .loadTrustMaterial(store, PASSWORD)
                        .build();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void theNameOfTheCertificateIsTheOneThatWasAskedFor() {
        assertThat(called("app.example.com", certificate)).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        assertThat(called("other.example.com", certificate)).isInstanceOf(Reply.NotReached.class);
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        assertThat(called("app.example.com", SSLContexts.createDefault()))
                .isInstanceOf(Reply.NotReached.class);
    }

    private Reply called(String host, SSLContext trusted) {
        var guard =
                new AddressGuard(
                        new OutboundSettings(List.of(host)),
                        false,
                        _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
        var outbound = new Outbound(guard, GuardedClient.of(guard, trusted), Duration.ofSeconds(5));
        var url = "https://%s:%d/".formatted(host, server.getAddress().getPort());
        return outbound.get(URI.create(url), "*/*", 100);
    }
}
