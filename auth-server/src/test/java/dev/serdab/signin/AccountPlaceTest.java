package dev.serdab.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Page;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

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
        "/account/%70assword, password",
        "/account/passkeys, passkeys",
        "/account/%70asskeys, passkeys",
        "/account/passkeys/7, passkeys",
        "/account/second-factor, second-factor",
        "/account/second-%66actor, second-factor",
        "/account/%65xport, export",
        "/account/apps,",
        "/account,"
    })
    void pagesThatChangeHowSomebodyGetsInAskForAFreshSignIn(String path, @Nullable String word) {
        browser.signedIn(people.registered("ada@example.org"));
        database.sql()
                .sql("update browser_session set auth_time = ?")
                .param(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(11))
                .update();

        var answer = browser.http().get(path);

        assertThat(answer.status()).isEqualTo(word == null ? 200 : 303);
        assertThat(answer.header("Location")).isEqualTo(word == null ? "" : "/sign-in?to=" + word);
    }

    private Page signIn(String address) {
        return browser.signIn(browser.open(address), "ada@example.org", People.PASSWORD);
    }
}
