package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Ask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** What is too long to be kept, or to be sent back, is refused. */
class RequestSizeTest extends AskingTest {

    @Test
    void aNonceThatNoDatabaseCanKeepIsRefused() {
        isRefused(notes.asks("openid").with("nonce", "a\u0000b"), "invalid_request");
        isRefused(notes.asks("openid").with("nonce", "n".repeat(2001)), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "login_hint", "ui_locales", "acr_values"})
    void itIsMeasuredInBytes(String name) {
        isRefusedByPost(notes.asks("openid").with(name, "한".repeat(1000)));
    }

    @Test
    void aStateThatIsTooLongDoesNotComeBack() {
        for (var state : List.of("x".repeat(2001), "한".repeat(1000), "x".repeat(50_000))) {
            assertThat(isRefusedByPost(notes.asks("openid").with("state", state)))
                    .doesNotContainKey("state");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "prompt", "claims"})
    void aListThatIsTooLongIsRefused(String name) {
        var entry = Map.of("scope", "openid ", "prompt", "login ", "claims", "       ").get(name);
        var list = entry.repeat(30_000 / entry.length());
        isRefusedByPost(
                notes.asks("openid").with(name, name.equals("claims") ? list + "{}" : list));
    }

    @Test
    void noMoreApisAreNamedThanAnybodyNeeds() {
        var api = "&resource=https%3A%2F%2Fapi.example.com";
        var path = notes.asks("openid").path();

        browser.open(path + api.repeat(20)).isAt("/sign-in");
        assertThat(browser.open(path + api.repeat(21)).error()).isEqualTo("invalid_target");
    }

    /** A form takes more than an address. */
    private Map<String, String> isRefusedByPost(Ask ask) {
        var page = browser.post("/oauth2/authorize", ask.parameters());

        assertThat(page.error()).isEqualTo("invalid_request");
        assertThat(count("pending_authorization")).isZero();
        return page.sentToApp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "acr_values", "login_hint", "ui_locales"})
    void aValueThatIsTooLongIsRefused(String name) {
        isRefused(notes.asks("openid").with(name, "x".repeat(2001)), "invalid_request");
    }
}
