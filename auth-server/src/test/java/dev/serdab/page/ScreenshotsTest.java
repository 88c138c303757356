package dev.serdab.page;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;

import static dev.serdab.testing.Browsers.JavaScript.ON;
import static dev.serdab.testing.Visit.signIn;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.serdab.sealing.SecretHash;
import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers;
import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.People;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pages as they look, kept in {@code target/screens} for whoever changes them. What can be told
 * without looking is checked: nothing is wider than the screen.
 */
class ScreenshotsTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @FullMatrix
    @ParameterizedTest
    @CsvSource({"DARK, ko-KR, 1280", "DARK, ko-KR, 320", "LIGHT, en-GB, 390", "LIGHT, ko-KR, 1280"})
    void andInEveryOtherLook(ColorScheme colours, String language, int width) {
        thePagesOnTheWayThroughTheServer(colours, language, width);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-GB, 1280", "DARK, en-GB, 1280", "LIGHT, ko-KR, 390", "DARK, en-GB, 320"})
    void thePagesOnTheWayThroughTheServer(ColorScheme colours, String language, int width) {
        people.registered(EMAIL);
        var look =
                "%s-%s-%d"
                        .formatted(
                                colours.name().toLowerCase(Locale.ROOT),
                                language.substring(0, 2),
                                width);
        try (var visit =
                visit(
                        ON,
                        options ->
                                options.setColorScheme(colours)
                                        .setLocale(language)
                                        .setViewportSize(width, 844))) {
            var page = visit.open(issuer + "/setup?token=" + invitation());
            keep(page, "setup", look);
            page.click("#create-administrator");
            page.waitForSelector("#problem");
            keep(page, "setup-wrong", look);

            page.navigate(
                    issuer + notes.asks("openid profile email notes.read offline_access").path());
            keep(page, "sign-in", look);
            page.click("#to-sign-up");
            keep(page, "sign-up", look);
            page.click("#sign-up");
            page.waitForSelector("#problem");
            keep(page, "sign-up-wrong", look);
            page.click("#to-sign-in");
            signIn(page, EMAIL, "not her password");
            page.waitForSelector("#problem");
            keep(page, "sign-in-wrong", look);
            signIn(page, EMAIL, People.PASSWORD);
            page.waitForSelector("#allow");
            keep(page, "consent", look);
            page.navigate(issuer + notes.asks("openid").with("prompt", "select_account").path());
            keep(page, "choose-account", look);

            page.navigate(issuer + "/account");
            keep(page, "account", look);
            for (var name :
                    List.of(
                            "profile",
                            "email",
                            "password",
                            "sessions",
                            "apps",
                            "activity",
                            "export",
                            "delete")) {
                page.navigate(issuer + "/account/" + name);
                keep(page, "account-" + name, look);
            }
            page.click("#delete");
            page.waitForSelector("#problem");
            keep(page, "account-delete-wrong", look);
            theDevice(page, look);
            page.navigate(issuer + "/sign-out");
            keep(page, "sign-out", look);
            page.click("#sign-out");
            page.waitForSelector("main .actions");
            keep(page, "signed-out", look);
            page.navigate(issuer + "/oauth2/authorize?client_id=nobody");
            keep(page, "error", look);
            page.navigate(issuer + "/setup?token=used");
            keep(page, "link-used", look);
            page.navigate(issuer + "/dev/mail");
            keep(page, "mailbox", look);
            page.navigate(issuer + "/dev/api");
            page.click("#signUp summary");
            page.click("#showUser summary");
            keep(page, "account-api", look);
            theWayBackIn(page, look);
        }
    }

    private void theDevice(Page page, String look) {
        var form =
                Map.of(
                        "client_id",
                        "demo-device",
                        "scope",
                        "openid profile offline_access notes.read",
                        "device_name",
                        "ada-laptop");
        var started = app.post("/oauth2/device_authorization", form).expect(200);
        page.navigate(issuer + "/device");
        page.fill("#user_code", "BCDF-GHJK");
        page.click("#look");
        page.waitForSelector("#problem");
        keep(page, "device-wrong", look);
        page.navigate(started.text("verification_uri_complete"));
        keep(page, "device", look);
        page.click("#look");
        page.waitForSelector("#allow");
        keep(page, "device-confirm", look);
        page.click("#allow");
        page.waitForSelector("#allow", new Page.WaitForSelectorOptions().setState(DETACHED));
        keep(page, "device-allowed", look);
    }

    private void theWayBackIn(Page page, String look) {
        page.navigate(issuer + "/password/reset");
        keep(page, "forgot-password", look);
        page.fill("#email", "ada");
        page.click("#ask");
        page.waitForSelector("#problem");
        keep(page, "forgot-password-wrong", look);
        ask(page);
        keep(page, "forgot-password-asked", look);
        followTheMail(page, "#choose-password");
        keep(page, "choose-password", look);
        page.fill("#password", "12345");
        page.click("#choose-password");
        page.waitForSelector("#problem");
        keep(page, "choose-password-weak", look);
        page.fill("#password", "walnut sea 7 umbrella");
        page.click("#choose-password");
        page.waitForSelector("main .actions");
        keep(page, "password-chosen", look);
        page.navigate(issuer + "/password/reset/confirm/MQ/abc-123");
        keep(page, "link-not-valid", look);

        page.navigate(issuer + "/email/reset");
        ask(page);
        followTheMail(page, "#choose-email");
        keep(page, "choose-email", look);
        page.fill("#new-email", "new@example.org");
        page.click("#choose-email");
        page.waitForSelector("main .actions");
        keep(page, "email-chosen", look);
    }

    private static void ask(Page page) {
        page.fill("#email", EMAIL);
        page.click("#ask");
        page.waitForSelector("#email", new Page.WaitForSelectorOptions().setState(DETACHED));
    }

    private void followTheMail(Page page, String button) {
        page.navigate(issuer + "/dev/mail");
        page.click(".mails a");
        page.click(".mail-text a");
        page.waitForSelector(button);
    }

    private static void keep(Page page, String name, String look) {
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as("%s is wider than the screen", name)
                .isEqualTo(false);
        assertThat(Browsers.screenshot(page, name + "-" + look)).isNotEmptyFile();
    }

    private String invitation() {
        var token = "an invitation";
        database.sql()
                .sql("insert into administrator_invitation (token_hash, ends_at) values (?, ?)")
                .params(SecretHash.of(token), OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(5))
                .update();
        return "an%20invitation";
    }
}
