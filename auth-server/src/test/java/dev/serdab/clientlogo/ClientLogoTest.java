package dev.serdab.clientlogo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.Page;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** What an app says about itself is shown where it asks, its picture from here. */
@Import(MovableClock.class)
class ClientLogoTest extends ServerTest {

    private static final WebSite SITE = WebSite.started();
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final String PATH = "/client-logo?client_id=photos";

    @Autowired MovableClock clock;

    private App photos;
    private Browser browser;

    @DynamicPropertySource
    static void register(DynamicPropertyRegistry settings) {
        var client = "serdab.bootstrap.clients[0].";
        settings.add(client + "client-id", () -> "photos");
        settings.add(client + "client-name", () -> "Photos");
        settings.add(client + "client-secret", () -> App.secret("photos"));
        settings.add(client + "redirect-uris", () -> "https://photos.example.com/callback");
        settings.add(client + "logo-uri", () -> SITE.at("/logo"));
        settings.add(client + "policy-uri", () -> "https://photos.example.com/privacy");
        settings.add(client + "tos-uri", () -> "https://photos.example.com/terms");
        settings.add(client + "localized[client_name#ko]", () -> "사진");
        settings.add("serdab.outbound.allowed-hosts", () -> "localhost");
    }

    @BeforeEach
    void start() {
        SITE.startAnew();
        SITE.shows("/logo", "text/html", PNG);
        browser = new Browser(issuer);
        photos = App.confidential(issuer, "photos", "https://photos.example.com/callback");
    }

    @Test
    void thePagesThatAskShowItsPictureAndItsLinks() {
        var signIn = browser.open(photos.asks("openid"));
        showsAll(signIn.isAt("/sign-in"));
        var ada = people.registered("ada@example.org");
        showsAll(browser.signIn(signIn, ada).isAt("/consent"));
    }

    @Test
    void anAppThatAnOperatorNamedIsNotCalledUnverified() {
        assertThat(browser.open(photos.asks("openid")).html().text())
                .doesNotContain("registered itself");
    }

    @Test
    void itsNameComesInTheLanguageOfThePage() {
        assertThat(browser.open(photos.asks("openid").with("ui_locales", "ko")).html().text())
                .contains("사진");
    }

    @Test
    void thePictureIsFetchedOnceAndShownFromHere() {
        for (int i = 0; i < 3; i++) {
            var picture = app.get(PATH).expect(200);
            assertThat(picture.header("Content-Type")).isEqualTo("image/png");
            assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(picture.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(picture.header("Cache-Control")).contains("max-age=3600");
        }
        assertThat(SITE.visits("/logo")).isEqualTo(1);
    }

    @Test
    void whatIsNoPictureIsNotShownAndAskedForSeldom() {
        SITE.shows("/logo", "image/png", "<svg onload='alert(1)'/>".getBytes(UTF_8));
        app.get(PATH).expect(404);
        app.get(PATH).expect(404);
        assertThat(SITE.visits("/logo")).isEqualTo(1);

        clock.pass(Duration.ofHours(1));
        SITE.shows("/logo", "image/png", PNG);
        app.get(PATH).expect(200);
    }

    @Test
    void aPictureThatIsTooLargeIsNotShown() {
        SITE.shows("/logo", "image/png", Arrays.copyOf(PNG, 256 * 1024 + 1));

        app.get(PATH).expect(404);
    }

    @Test
    void anAppWithoutOneHasNone() {
        app.get("/client-logo?client_id=demo-web").expect(404);
        app.get("/client-logo?client_id=nobody").expect(404);
        app.get("/client-logo").expect(400);
    }

    private static void showsAll(Page page) {
        var html = page.html();
        assertThat(html.select("img.app-logo").attr("src")).isEqualTo(PATH);
        assertThat(html.select("a.app-policy").attr("href"))
                .isEqualTo("https://photos.example.com/privacy");
        assertThat(html.select("a.app-terms").attr("href"))
                .isEqualTo("https://photos.example.com/terms");
    }
}
