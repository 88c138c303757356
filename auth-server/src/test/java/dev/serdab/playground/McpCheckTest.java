package dev.serdab.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether an MCP client would find its way, and if not, where it ends. */
@TestPropertySource(
        properties = {
            "serdab.client-registration.mode=open",
            "serdab.client-registration.scopes=openid, notes.read"
        })
class McpCheckTest extends ProtocolTest {

    private static final int PORT = freePort();
    private static final String API = "http://localhost:" + PORT;
    private static final String METADATA = "/.well-known/oauth-protected-resource";

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private String challenge;
    private int status;
    private HttpServer server;

    @DynamicPropertySource
    static void audience(DynamicPropertyRegistry settings) {
        settings.add("serdab.client-registration.audience", () -> API);
    }

    @BeforeEach
    void anApiLikeTheDemoOne() throws IOException {
        status = 401;
        challenge = "Bearer resource_metadata=\"" + API + METADATA + "\"";
        documents.put(METADATA, resource(API, issuer));
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var path = exchange.getRequestURI().getPath();
                        var body =
                                documents.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
                        boolean isApi = path.equals("/mcp");
                        if (isApi && !challenge.isEmpty()) {
                            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
                        }
                        exchange.sendResponseHeaders(
                                isApi ? status : body.length == 0 ? 404 : 200,
                                body.length == 0 ? -1 : body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aGoodOneIsGoodToTheEnd() {
        var page = check(API + "/mcp");

        assertThat(page.html().select("#result").text()).isEqualTo("An MCP client finds its way.");
        assertThat(page.html().select("section .tag").eachText()).hasSize(6).containsOnly("good");
        assertThat(page.html().select("#step-challenge summary").text())
                .isEqualTo("GET " + API + "/mcp");
        assertThat(page.html().select("#step-challenge pre").text()).contains("HTTP 401", METADATA);
    }

    @Test
    void anApiThatIsOpenOrGoneIsTheEnd() {
        status = 200;
        endsAt("challenge", "must be answered 401");
        server.stop(0);
        endsAt("challenge", "cannot be asked");
    }

    @Test
    void metadataThatAreNotNamedAreGuessed() {
        challenge = "Bearer";
        assertThat(check(API + "/mcp").html().select("#step-challenge .tag").text())
                .isEqualTo("perhaps");
        documents.remove(METADATA);
        endsAt("resource", "There is no such document");
    }

    @Test
    void metadataOfAnotherResourceOrWithoutAServerAreTheEnd() {
        documents.put(METADATA, resource("https://other.example.com", issuer));
        endsAt("resource", "https://other.example.com");
        documents.put(METADATA, resource(API + "/other", issuer));
        endsAt("resource", "/other");
        documents.put(METADATA, "{\"resource\": \"%s\"}".formatted(API));
        endsAt("resource", "names nobody");
        documents.put(METADATA, "[]");
        endsAt("resource", "no JSON object");
    }

    @Test
    void anAuthorizationServerThatNobodyFindsIsTheEnd() {
        documents.put(METADATA, resource(API, API));
        endsAt("server", "There is no such document");
        documents.put(
                "/.well-known/oauth-authorization-server", "{\"issuer\": \"%s/\"}".formatted(API));
        endsAt("server", "to the letter");
        documents.put(METADATA, resource(API, "nonsense"));
        endsAt("server", "is no URL");
    }

    @Test
    void aServerThatKnowsNoNewcomersOrNoPkceIsTheEnd() {
        documents.put(METADATA, resource(API, API));
        documents.put(
                "/.well-known/oauth-authorization-server", "{\"issuer\": \"%s\"}".formatted(API));

        var page = check(API + "/mcp");

        assertThat(page.html().select("#step-registration p").text()).contains("Nobody can come");
        assertThat(page.html().select("#step-pkce p").text()).contains("has no S256");
        assertThat(page.html().select("#step-audience p").text()).contains("cannot be told");
        assertThat(page.html().select("#result").text()).contains("does not find its way");
    }

    @Test
    void anApiThatNewcomersGetNoTokensForIsTheEnd() {
        documents.put(METADATA, resource(API + "/mcp", issuer));
        endsAt("audience", "serdab.client-registration.audience does not have it");
    }

    @Test
    void nothingButThisMachineAndTheInternetIsAsked() {
        for (var address :
                new String[] {
                    "http://10.0.0.1/mcp", "http://169.254.169.254/mcp", "ftp://localhost/x"
                }) {
            var page = check(address);

            assertThat(page.html().select("#step-challenge pre").text()).startsWith("Not asked.");
        }
        assertThat(check("nonsense").html().select("#result").text())
                .contains("does not find its way");
    }

    private void endsAt(String step, String why) {
        var page = check(API + "/mcp");
        assertThat(page.html().select("#step-" + step + " .tag").text()).isEqualTo("ends here");
        assertThat(page.html().select("#step-" + step + " p").text()).contains(why);
        assertThat(page.html().select("#result").text()).contains("does not find its way");
    }

    private Page check(String address) {
        var page = browser.open("/dev/playground");
        return browser.post(
                        "/dev/playground/mcp", Map.of("server", address, "_csrf", page.csrfToken()))
                .expect(200);
    }

    private static String resource(String name, String issuer) {
        return """
        {"resource": "%s", "authorization_servers": ["%s"], "scopes_supported": ["notes.read"]}\
        """
                .formatted(name, issuer);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
