package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.demo.testing.Answer;
import dev.serdab.demo.testing.Demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apps in a browser. The JDK's client sends Origin as it is told, which a browser would not. */
class BrowserTest extends DemoTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1:3000", "http://localhost"})
    void anAppOnThisMachineMayCall(String origin) {
        var preflight = preflight(demo, origin).expect(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET", "POST");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .containsIgnoringCase("Authorization");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();

        var answer =
                demo.get("/whoami").header("Origin", origin).bearer(issuer.token()).expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://localhost:80.evil.example",
                "null"
            })
    void anAppFromElsewhereMayNot(String origin) {
        assertThat(preflight(demo, origin).expect(403).header("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(
                        demo.get("/whoami")
                                .header("Origin", origin)
                                .bearer(issuer.token())
                                .answer()
                                .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void anAppLearnsWhyItWasRefused() {
        for (var path : new String[] {"/whoami", "/nothing"}) {
            var answer = demo.get(path).header("Origin", "http://localhost:5173").answer();
            assertThat(answer.header("Access-Control-Allow-Origin")).isNotEmpty();
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains("WWW-Authenticate", "Retry-After");
        }
    }

    @Test
    void whoRunsTheApiSaysWhichAppsMayCall() {
        try (var ours = Demo.trusting(issuer, "demo.allowed-origins=https://app.example.org")) {
            preflight(ours, "https://app.example.org").expect(200);
            preflight(ours, "http://localhost:5173").expect(403);
        }
        try (var open = Demo.trusting(issuer, "demo.allowed-origins=*")) {
            preflight(open, "https://anywhere.example").expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whoami", "/nothing", "/.well-known/oauth-protected-resource"})
    void anAnswerIsDataAndLeavesNoTrace(String path) {
        var answer = demo.get(path).bearer(issuer.token()).answer();

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
    }

    private static Answer preflight(Demo demo, String origin) {
        return demo.call("OPTIONS", "/notes")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .answer();
    }
}
