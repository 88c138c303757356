package dev.serdab.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.serdab.testing.Browsers.JavaScript.OFF;
import static dev.serdab.testing.Browsers.JavaScript.ON;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

class BrowsersTest {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="ko">
            <title>안녕하세요</title>
            <h1>안녕하세요, Djoser</h1>
            <p id="who">A person without scripts</p>
            <script>document.getElementById("who").textContent = "A person with scripts"</script>
            """;

    private HttpServer server;
    private String address;

    @BeforeEach
    void servePage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var body = PAGE.getBytes(UTF_8);
                        exchange.getResponseHeaders()
                                .set("Content-Type", "text/html; charset=utf-8");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
        address = "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void scriptsRunWhenJavaScriptIsOn() {
        try (var context = Browsers.context(ON)) {
            var page = context.newPage();
            page.navigate(address);
            assertThat(page.locator("#who")).hasText("A person with scripts");
        }
    }

    @Test
    void scriptsRestWhenJavaScriptIsOff() {
        try (var context = Browsers.context(OFF)) {
            var page = context.newPage();
            page.navigate(address);
            assertThat(page.locator("#who")).hasText("A person without scripts");
        }
    }

    @Test
    void eachContextStartsWithoutCookies() {
        try (var one = Browsers.context(ON);
                var other = Browsers.context(ON)) {
            var page = one.newPage();
            page.navigate(address);
            page.evaluate("document.cookie = 'met=before'");
            assertThat(one.cookies()).hasSize(1);
            assertThat(other.cookies()).isEmpty();
        }
    }

    @Test
    void aPhoneThatSpeaksKoreanIsAContextToo() {
        try (var context =
                Browsers.context(ON, o -> o.setLocale("ko-KR").setViewportSize(390, 844))) {
            var page = context.newPage();
            page.navigate(address);
            assertThat(page.evaluate("navigator.language")).isEqualTo("ko-KR");
            assertThat(page.evaluate("innerWidth")).isEqualTo(390);
        }
    }

    @Test
    void aScreenshotIsKept() {
        try (var context = Browsers.context(OFF)) {
            var page = context.newPage();
            page.navigate(address);
            assertThat(Browsers.screenshot(page, "browsers")).isNotEmptyFile();
        }
    }
}
