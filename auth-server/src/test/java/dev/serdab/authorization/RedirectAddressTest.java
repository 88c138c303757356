package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer goes to an address that the app registered, and nowhere else (RFC 6749 §3.1.2.4). */
class RedirectAddressTest extends AskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/callback",
                "https://notes.example.com/callback/",
                "https://notes.example.com/callback/../other",
                "https://notes.example.com/Callback",
                "https://NOTES.example.com/callback",
                "https://notes.example.com/callback?more=1",
                "https://notes.example.com/callback#part",
                "https://notes.example.com:443/callback",
                "https://notes.example.com@evil.example.com/callback",
                "https://notes.example.com/callback ",
                "http://notes.example.com/callback",
                "//notes.example.com/callback",
                "/callback",
                "javascript:alert(1)",
                "not a url"
            })
    void anAddressThatIsNotRegisteredToTheLetterGetsNothing(String address) {
        isShown(notes.asks("openid").with("redirect_uri", address), WRONG_ADDRESS);
    }

    @Test
    void theAddressMayBeLeftOutWhereThereIsOnlyOne() {
        var ask = notes.asks("openid").without("redirect_uri").with("prompt", "none");

        assertThat(browser.open(ask).answer().location().toString())
                .startsWith("https://notes.example.com/callback?error=login_required&");
        isShown(mobile.asks("openid").without("redirect_uri"), MISSING_ADDRESS);
    }

    @Test
    void anAddressThatComesTwiceGetsNothing() {
        var twice = "&redirect_uri=https%3A%2F%2Fnotes.example.com%2Fcallback";

        isShown(browser.open(notes.asks("openid").path() + twice), MISSING_ADDRESS);
    }

    @Test
    void onlyTheDigitsOfALoopbackAddressMayHaveAnotherPort() {
        var mine = mobile.asks("openid").with("prompt", "none");

        isRefused(mine.with("redirect_uri", "http://127.0.0.1:51234/callback"), "login_required");
        isRefused(mine.with("redirect_uri", "http://127.0.0.1/callback"), "login_required");
        isRefused(mine.with("redirect_uri", "http://localhost:7000/callback"), "login_required");
        isShown(mine.with("redirect_uri", "http://localhost:7001/callback"), WRONG_ADDRESS);
        isShown(mine.with("redirect_uri", "http://127.0.0.1:51234/other"), WRONG_ADDRESS);
        isShown(
                mine.with("redirect_uri", "http://127.0.0.1:51234@evil.com/callback"),
                WRONG_ADDRESS);
        isShown(mine.with("redirect_uri", "https://127.0.0.1:51234/callback"), WRONG_ADDRESS);
    }

    @Test
    void anAppWithoutAnyAddressGetsNothing() {
        isShown(machine.asks("").with("redirect_uri", "https://evil.example.com/"), WRONG_ADDRESS);
        isShown(machine.asks("").without("redirect_uri"), MISSING_ADDRESS);
    }

    @Test
    void anAddressWithAQueryKeepsIt() {
        var ask = legacy.asks("openid").with("prompt", "none");

        assertThat(browser.open(ask).answer().location().toString())
                .startsWith(
                        "https://legacy.example.com/callback?from=serdab&error=login_required&");
    }
}
