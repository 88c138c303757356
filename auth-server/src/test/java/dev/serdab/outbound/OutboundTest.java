package dev.serdab.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What this server calls because somebody named it, and what it does not. */
class OutboundTest {

    private static final String APP = "app.example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> resolved = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/good", exchange -> answer(exchange, 200, "{\"good\":true}"));
        server.createContext("/missing", exchange -> answer(exchange, 404, "{}"));
        server.createContext(
                "/elsewhere",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/good");
                    answer(exchange, 302, "");
                });
        server.createContext("/endless", this::neverEnd);
        server.createContext("/slow", this::sayAByteNowAndThen);
        server.start();
    }

    @AfterEach
    void stopServer() {
        over.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "https://localhost/, 127.0.0.1",
        "https://app.example.com/, 127.0.0.1",
        "https://app.example.com/, 10.0.0.7",
        "https://app.example.com/, 169.254.169.254",
        "https://app.example.com/, ::1",
        "https://app.example.com/, fe80::1",
        "https://app.example.com/, fd00::7",
        "https://app.example.com/, ::ffff:192.168.0.1",
        "https://127.0.0.1/, 127.0.0.1",
        "https://2130706433/, 127.0.0.1",
        "https://[::1]/, ::1",
        "https://[::ffff:7f00:1]/, ::ffff:127.0.0.1"
    })
    void aNameThatLeadsIntoAPrivateNetworkIsNotCalled(String url, String address) {
        assertThat(inProduction(answering(address)).get(URI.create(url), "*/*", 100))
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() {
        assertThat(inProduction(answering("1.1.1.1", "10.0.0.7")).get(app("/"), "*/*", 100))
                .isInstanceOf(Reply.Refused.class);
    }

    /** Its second answer is this machine; nobody asks for a second one. */
    @Test
    void aNameThatChangesItsMindIsCalledWhereItWasJudgedToBe() {
        // Global unicast that is given to nobody: whoever connects there reaches nothing.
        var rebinding = answering(List.of("2d00::1"), List.of("127.0.0.1"));

        var reply = inProduction(rebinding).get(appOverTls(), "*/*", 100);

        assertThat(reply).isInstanceOf(Reply.NotReached.class);
        assertThat(resolved).containsExactly(APP);
        assertThat(heard).isEmpty();
    }

    @Test
    void theConnectionGoesToTheAddressThatWasJudged() {
        var names = answering(List.of("127.0.0.1"), List.of("2d00::1"));

        var reply = allowing(APP, names).get(app("/good"), "application/json", 100);

        assertThat(reply).isInstanceOf(Reply.Answered.class);
        assertThat(resolved).containsExactly(APP);
        assertThat(heard).containsExactly("GET " + APP + ":" + port() + "/good");
    }

    @Test
    void everyCallIsJudgedAnew() {
        var outbound = allowing("other.example.com", answering("127.0.0.1"));

        outbound.get(at("other.example.com", "/good"), "*/*", 100);
        outbound.get(at("other.example.com", "/good"), "*/*", 100);

        assertThat(resolved).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/",
                "ftp://app.example.com/",
                "file:///etc/passwd",
                "jar:file:/x!/y",
                "https://user@app.example.com/",
                "https:opaque"
            })
    void onlyHttpsIsCalled(String url) {
        assertThat(inProduction(answering("1.1.1.1")).get(URI.create(url), "*/*", 100))
                .isInstanceOf(Reply.Refused.class);
        assertThat(resolved).isEmpty();
    }

    @Test
    void aHostThatTheOperatorNamesMayBePrivateAndPlain() {
        var outbound = allowing("APP.example.com", answering("127.0.0.1"));

        assertThat(outbound.post(app("/good"), "a=b"))
                .isInstanceOfSatisfying(
                        Reply.Answered.class, reply -> assertThat(reply.isGood()).isTrue());
        assertThat(outbound.get(at("sub.app.example.com", "/good"), "*/*", 100))
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void onADevelopersMachineAppsThatRunThereAreToldThings() {
        var here = inDevelopment(answering("127.0.0.1", "::1"));
        var elsewhere = inDevelopment(answering("10.0.0.7"));

        assertThat(here.post(at("localhost", "/good"), "a=b")).isInstanceOf(Reply.Answered.class);
        assertThat(elsewhere.post(at("localhost", "/good"), "a=b"))
                .isInstanceOf(Reply.Refused.class);
        assertThat(here.post(app("/good"), "a=b")).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void butNothingIsFetchedFromThem() {
        var here = inDevelopment(answering("127.0.0.1"));

        assertThat(here.get(at("localhost", "/good"), "*/*", 100))
                .isInstanceOf(Reply.Refused.class);
        assertThat(
                        allowing("localhost", answering("127.0.0.1"))
                                .get(at("localhost", "/good"), "*/*", 100))
                .isInstanceOf(Reply.Answered.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(allowed().get(app("/elsewhere"), "*/*", 100))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        reply -> {
                            assertThat(reply.status()).isEqualTo(302);
                            assertThat(reply.isGood()).isFalse();
                        });
        assertThat(heard).hasSize(1);
    }

    @Test
    void whatIsFetchedIsHandedOver() {
        assertThat(allowed().get(app("/good"), "application/json", 13))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        reply -> {
                            assertThat(reply.contentType()).isEqualTo("application/json");
                            assertThat(reply.cacheControl()).isEqualTo("max-age=60");
                            assertThat(new String(reply.body(), UTF_8))
                                    .isEqualTo("{\"good\":true}");
                        });
        assertThat(allowed().get(app("/missing"), "*/*", 100))
                .isInstanceOfSatisfying(
                        Reply.Answered.class, reply -> assertThat(reply.isGood()).isFalse());
    }

    @Test
    void moreThanWasWantedIsRefused() {
        assertThat(allowed().get(app("/good"), "*/*", 12)).isInstanceOf(Reply.Refused.class);
        assertThat(allowed().get(app("/endless"), "*/*", 1000)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void anEndlessAnswerToAPostIsNotRead() {
        assertThat(allowed().post(app("/endless"), "a=b")).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void whoeverDribblesIsHungUpOn() {
        var start = System.nanoTime();

        assertThat(allowed().get(app("/slow"), "*/*", 1000)).isInstanceOf(Reply.NotReached.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.plusSeconds(3));
    }

    private Outbound inProduction(NameService names) {
        return outbound(List.of(), false, names);
    }

    private Outbound inDevelopment(NameService names) {
        return outbound(List.of(), true, names);
    }

    private Outbound allowing(String host, NameService names) {
        return outbound(List.of(host), false, names);
    }

    private Outbound allowed() {
        return allowing(APP, answering("127.0.0.1"));
    }

    private static Outbound outbound(List<String> hosts, boolean inDevelopment, NameService names) {
        var guard = new AddressGuard(new OutboundSettings(hosts), inDevelopment, names);
        var client = GuardedClient.of(guard, SSLContexts.createDefault());
        return new Outbound(guard, client, PATIENCE);
    }

    private NameService answering(String... addresses) {
        return answering(List.of(addresses), List.of(addresses));
    }

    /** Answers differently from the second time on. */
    private NameService answering(List<String> first, List<String> later) {
        return host -> {
            var answer = resolved.isEmpty() ? first : later;
            resolved.add(host);
            return answer.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        };
    }

    private URI app(String path) {
        return at(APP, path);
    }

    private URI appOverTls() {
        return URI.create("https://%s:%d/good".formatted(APP, port()));
    }

    private URI at(String host, String path) {
        return URI.create("http://%s:%d%s".formatted(host, port(), path));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            heard.add(
                    exchange.getRequestMethod()
                            + " "
                            + exchange.getRequestHeaders().getFirst("Host")
                            + exchange.getRequestURI());
            exchange.getResponseHeaders().set("Content-Type", "application/JSON;charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private void neverEnd(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(new byte[1024]);
            }
        }
    }

    private void sayAByteNowAndThen(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            while (!over.await(200, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
