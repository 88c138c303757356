package dev.serdab.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.serdab.testing.Browsers.JavaScript.OFF;
import static dev.serdab.testing.Browsers.JavaScript.ON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;

/** The sign-in form under people's fingers. */
class SignInFormTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    /** Whether whatever has the focus shows it and can be seen. */
    private static final String FOCUS_IS_SEEN =
            """
            () => {
              const focused = document.activeElement;
              const style = getComputedStyle(focused);
              const area = focused.getBoundingClientRect();
              return style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 2
                && area.top >= 0 && area.left >= 0
                && area.bottom <= innerHeight && area.right <= innerWidth;
            }\
            """;

    private static final String NAME_OF_FOCUS =
            """
            (e => e.id || e.className || e.getAttribute('href'))(document.activeElement)\
            """;

    @BeforeEach
    void ada() {
        people.registered(EMAIL);
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "360, 640"})
    void theTabKeyGoesThroughItInOrderAndShowsWhereItIs(int width, int height) {
        try (var visit = visit(ON, options -> options.setViewportSize(width, height))) {
            var page = visit.open(issuer + "/sign-in");
            var order = new ArrayList<String>();
            for (int i = 0; i < 7; i++) {
                order.add((String) page.evaluate(NAME_OF_FOCUS));
                assertThat(page.evaluate(FOCUS_IS_SEEN)).as(order.getLast()).isEqualTo(true);
                page.keyboard().press("Tab");
            }

            assertThat(order)
                    .containsExactly(
                            "email",
                            "password",
                            "show",
                            "sign-in",
                            "sign-in-with-passkey",
                            "/password/reset",
                            "to-sign-up");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#email, type, email",
        "#email, inputmode, email",
        "#email, autocomplete, username webauthn",
        "#email, autocapitalize, none",
        "#email, spellcheck, false",
        "#password, type, password",
        "#password, autocomplete, current-password"
    })
    void fieldsSayWhatTheyAre(String field, String attribute, String value) {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            assertThat(page.locator(field)).hasAttribute(attribute, value);
        }
    }

    @Test
    void aPasswordCanBeShownAndIsHiddenAgainBeforeItIsSent() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            var password = page.locator("#password");
            var show = page.locator("button.show");
            page.fill("#email", EMAIL);
            page.fill("#password", People.PASSWORD);

            show.click();
            assertThat(password).hasAttribute("type", "text");
            assertThat(show).hasAttribute("aria-pressed", "true");
            page.evaluate(
                    "document.forms[0].onsubmit = () => { sessionStorage.sent = password.type; }");
            page.click("#sign-in");
            page.waitForURL(issuer + "/account");
            assertThat(page.evaluate("sessionStorage.sent")).isEqualTo("password");
        }
    }

    @Test
    void withoutScriptsNothingPromisesToShowIt() {
        try (var visit = visit(OFF)) {
            assertThat(visit.open(issuer + "/sign-in").locator("button.show")).isHidden();
        }
    }

    @Test
    void aSecondPressSendsNothingMore() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            var posts = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    posts.add(request.url());
                }
            });
            page.fill("#email", EMAIL);
            page.fill("#password", People.PASSWORD);
            page.dblclick("#sign-in");
            page.waitForURL(issuer + "/account");

            assertThat(posts).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#email", "#password"})
    void nothingKeepsPeopleFromPasting(String field) {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            var isTaken =
                    page.locator(field)
                            .evaluate(
                                    "e => e.dispatchEvent(new ClipboardEvent('paste', {bubbles: true,"
                                            + " cancelable: true}))");
            assertThat(isTaken).isEqualTo(true);
        }
    }
}
