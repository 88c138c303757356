package dev.serdab.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.ApiDescription;
import dev.serdab.testing.People;
import dev.serdab.testing.Program;
import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerTest;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A developer looks the account API up. */
class DevelopmentApiPageTest extends ServerTest {

    @Test
    void everyOperationIsShownWithWhatItTakesAndAnswers() {
        var api = ApiDescription.servedTo(app);
        var page = page("en");

        assertThat(page.select("details summary code").eachText())
                .containsExactlyInAnyOrderElementsOf(api.operations().keySet());
        var signUp = page.getElementById("signUp");
        assertThat(signUp.select("dt code").eachText()).contains("name", "email", "password");
        assertThat(signUp.select("dt b").eachText()).contains("201", "400", "429", "otherwise");
        assertThat(signUp.select("code.block").eachText())
                .contains("{\"password\":[\"This password is too common.\"]}");
        assertThat(page.select("a[href=" + ApiDescription.PATH + "]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"en, Account API", "ko, 계정 API"})
    void theWordsAroundTheDocumentAreInTheLanguageOfTheBrowser(String language, String title) {
        var page = page(language);

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.html()).doesNotContain("??", " th:", "${");
        assertThat(page.select("script:not([src^=/assets/]), style, img, iframe")).isEmpty();
    }

    @Test
    void theCommandsThatItShowsWork() {
        var page = page("en");
        assertThat(curl(page, "signUp", Map.of())).contains("\"email\":\"ada@example.com\"");
        people.administrator("root@example.org");
        var pair = Map.of("email", "root@example.org", "password", People.PASSWORD);
        var access = app.post("/jwt/create/", pair).expect(200).text("access");

        var me = Map.of("ACCESS", access);
        assertThat(curl(page, "showMe", me)).contains("root@example.org");
        assertThat(curl(page, "updateMe", me)).contains("\"name\":\"Ada\"");
    }

    private Document page(String language) {
        var answer = app.with("Accept-Language", language).get("/dev/api").expect(200);
        return Jsoup.parse(answer.body());
    }

    private static String curl(Document page, String operation, Map<String, String> environment) {
        var line = page.getElementById(operation).selectFirst("pre").wholeText();
        var curl =
                Program.start(
                        RunningServer.freshDirectory(),
                        environment,
                        List.of("sh", "-c", line.replaceFirst("^curl", "curl -sS")));
        assertThat(curl.awaitExit(Duration.ofSeconds(30))).as(curl.output()).isZero();
        return curl.output();
    }
}
