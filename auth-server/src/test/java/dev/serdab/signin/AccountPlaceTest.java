package dev.serdab.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Page;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The account's pages as places that a sign-in leads to. */
class AccountPlaceTest extends ProtocolTest {

    @Test
    void aSignInLeadsToThePageThatWasAskedFor() {
        people.registered("ada@example.org");

        signIn("/sign-in?to=apps").isAt("/account/apps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere",
                "APPS",
                "//evil.example.com",
                "https://evil.example.com/",
                "/account/apps",
                ""
            })
    void itLeadsNowhereElse(String place) {
        people.registered("ada@example.org");

        signIn("/sign-in?to=" + place).isAt("/account");
    }

    @Test
    void whoeverComesBackIsNamedOnTheForm() {
        browser.signedIn(people.registered("ada@example.org"));

        var page = browser.open("/sign-in?to=password").expect(200);

        assertThat(page.html().select("#email").val()).isEqualTo("ada@example.org");
        assertThat(page.html().select("#again").text()).contains("once more");
    }

    @Test
    void somebodyElseIsLedToTheirOwnAccount() {
        people.registered("ada@example.org");
        browser.signedIn(people.registered("bob@example.org"));

        signIn("/sign-in?to=apps").isAt("/account");
    }

    @ParameterizedTest
    @CsvSource({
        "/account/password, password",
        "/account/passkeys/7/remove, passkeys",
        "/account/second-factor, second-factor",
        "/account/apps,",
        "/account/passwords,",
        "/account,"
    })
    void pagesThatChangeHowSomebodyGetsInAreSensitive(String path, String word) {
        assertThat(AccountPlace.sensitive(path).map(AccountPlace::word).orElse(null))
                .isEqualTo(word);
    }

    private Page signIn(String address) {
        return browser.signIn(browser.open(address), "ada@example.org", People.PASSWORD);
    }
}
