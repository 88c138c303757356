package dev.serdab.brand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.FrontEndTest;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.Map;

@TestPropertySource(
        properties = {
            "serdab.brand.name=Sunflower & Sons",
            "serdab.brand.logo=src/test/resources/brand/logo.svg",
            "serdab.brand.accent-color=#ffcc00"
        })
class BrandTest extends FrontEndTest {

    @Test
    void everyPageHasTheNameAndTheLogo() {
        for (var path : new String[] {"/sign-in", "/password/reset", "/nowhere"}) {
            var page = page(path);

            assertThat(page.title()).endsWith(" · Sunflower & Sons");
            assertThat(page.selectFirst("header").text()).isEqualTo("Sunflower & Sons");
            assertThat(page.select("header img").attr("src")).endsWith("/logo.svg");
            assertThat(page.select("header svg")).isEmpty();
        }
    }

    @Test
    void theLogoIsServedAsItIs() {
        var logo = app.get(page("/sign-in").select("header img").attr("src")).expect(200);

        assertThat(logo.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(logo.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(logo.header("Cache-Control")).contains("immutable");
        assertThat(logo.body()).contains("<circle");
    }

    @Test
    void theColourComesWithTheStylesheetAndNotWithThePage() {
        var page = page("/sign-in");
        var css = app.get(page.select("link[rel=stylesheet]").attr("href")).expect(200);

        assertThat(css.body()).contains("--fill: #ffcc00;", "--on-fill: #000000;");
        assertThat(page.select("[style], style")).isEmpty();
    }

    @Test
    void mailsHaveTheNameAndTheColourToo() {
        people.registered("ada@example.org");
        app.post("/users/reset_password/", Map.of("email", "ada@example.org")).expect(204);

        var mail = Jsoup.parse(mails.one().html());
        assertThat(mail.body().text()).startsWith("Sunflower & Sons Hello");
        assertThat(mail.selectFirst("a").attr("style"))
                .contains("background: #ffcc00; color: #000000;");
    }

    private Document page(String path) {
        return Jsoup.parse(app.with("Accept", "text/html").get(path).body());
    }
}
