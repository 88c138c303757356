package dev.serdab.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.ServerTest;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import java.util.Map;

@Import(Showcase.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorEndpointsTest extends ServerTest {

    @Test
    void aBrowserGetsAPageThatSaysWhatToDoNext() {
        var answer = browser().get("/nowhere/%3Cscript%3E?q=%3Cscript%3E").expect(404);
        var page = Jsoup.parse(answer.body());

        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.title()).isEqualTo("There is nothing here · Serdab");
        assertThat(page.selectFirst("h1").text()).isEqualTo("There is nothing here");
        assertThat(page.text()).contains("Check the address");
        assertThat(page.selectFirst("code").text()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContain("nowhere", "<script>");
    }

    @Test
    void anErrorPageIsAsLockedUpAsAnyOther() {
        var answer = browser().get("/nowhere").expect(404);

        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; script-src 'self';")
                .contains("form-action 'self';");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anErrorPageSpeaksTheReadersLanguage() {
        var answer = browser().with("Accept-Language", "ko").get("/nowhere").expect(404);

        assertThat(Jsoup.parse(answer.body()).selectFirst("html").attr("lang")).isEqualTo("ko");
        assertThat(answer.header("Content-Language")).isEqualTo("ko");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "image/png",
                "application/json, text/html;q=0.5",
                "application/scim+json",
                "text/html;q=0",
                "not a media type"
            })
    void aProgramGetsAName(String accept) {
        var answer = app.with("Accept", accept).get("/nowhere").expect(404);

        isNamed(answer, "not_found");
    }

    @Test
    void whoeverNamesNoFormatGetsAName() {
        isNamed(app.get("/nowhere").expect(404), "not_found");
    }

    @Test
    void theErrorAddressItselfIsNotThere() {
        isNamed(app.get("/error").expect(404), "not_found");
    }

    @Test
    void aFailureOfOursTellsNothingButItsNumber(CapturedOutput log) {
        var page = browser().get("/show/failing").expect(500);
        var name = app.get("/show/failing").expect(500);

        assertThat(page.body())
                .contains("Something went wrong on our side", page.header("X-Request-Id"))
                .doesNotContain("secret", "IllegalState", "failing");
        isNamed(name, "server_error");
        assertThat(log.getOut().lines())
                .as("the number leads to the one line that says what failed")
                .filteredOn(line -> line.contains("ERROR"))
                .hasSize(2)
                .first()
                .asString()
                .contains(page.header("X-Request-Id"));
    }

    @Test
    void theWrongMethodIsNamed() {
        isNamed(app.get("/show/form/text").expect(405), "method_not_allowed");
        assertThat(app.get("/show/form/text").header("Allow")).isEqualTo("POST");
        assertThat(Jsoup.parse(browser().get("/show/form/text").expect(405).body()).title())
                .startsWith("This can’t be opened that way");
    }

    @Test
    void aFormWithoutItsTokenWasOpenTooLong() {
        var page = browser().post("/show/form/text", Map.of("text", "x")).expect(403);

        assertThat(Jsoup.parse(page.body()).title()).startsWith("This page was open for too long");
        isNamed(app.post("/show/form/text", Map.of("text", "x")).expect(403), "forbidden");
    }

    @Test
    void whatIsTooLargeOrBrokenIsTheSendersFault(CapturedOutput log) {
        var large = Map.of("text", "x".repeat(70_000));

        isNamed(app.post("/show/form/text", large).expect(413), "invalid_request");
        isNamed(app.get("/show/parameter?text=%C3%28").expect(400), "invalid_request");
        assertThat(log.getOut()).doesNotContain("ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/show//account", "/show/..%2faccount", "/show/a;b=c", "/show/%00"})
    void anAddressWithTricksIsRefused(String path) {
        assertThat(app.get(path).status()).isBetween(400, 404);
        assertThat(browser().get(path).body()).doesNotContain("Exception", "firewall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "OPTIONS", "DELETE"})
    void anUnusualMethodIsNoFailureOfOurs(String method) {
        assertThat(app.send(method, "/nowhere", null, "").status()).isBetween(400, 405);
    }

    @Test
    void theNumberIsOursAndNewEachTime() {
        var first = app.with("X-Request-Id", "mine").get("/show/sign-in");
        var second = app.get("/show/sign-in");

        assertThat(first.header("X-Request-Id")).matches("[2-9a-z]{10}");
        assertThat(second.header("X-Request-Id"))
                .matches("[2-9a-z]{10}")
                .isNotEqualTo(first.header("X-Request-Id"));
        assertThat(first.response().headers().allValues("X-Request-Id")).hasSize(1);
    }

    private static void isNamed(Answer answer, String name) {
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text("error")).isEqualTo(name);
        assertThat(answer.text("error_description")).isNotEmpty().isEqualTo(answer.text("detail"));
        assertThat(answer.text("request_id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.json()).hasSize(4);
    }

    private Http browser() {
        return app.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .with("Accept-Language", "en");
    }
}
