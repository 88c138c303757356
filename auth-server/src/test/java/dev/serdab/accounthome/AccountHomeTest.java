package dev.serdab.accounthome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** What people do with their account in a browser. */
class AccountHomeTest extends FrontEndTest {

    private Account ada;
    private Browser browser;

    @BeforeEach
    void somebodyIsSignedIn() {
        ada = people.registered("ada@example.org");
        browser = new Browser(issuer).signedIn(ada);
    }

    @Test
    void theOverviewLeadsToEveryPageAndEachLeadsBack() {
        var doors = browser.open("/account").expect(200).html().select(".doors a");

        assertThat(doors.eachAttr("href"))
                .containsSubsequence(
                        "/account/profile",
                        "/account/password",
                        "/account/sessions",
                        "/account/apps",
                        "/account/activity",
                        "/account/export",
                        "/account/delete");
        for (var path : doors.eachAttr("href")) {
            var page = browser.open(path).expect(200).isAt(path);
            assertThat(page.html().select("main a[href=/account]")).as(path).isNotEmpty();
            assertThat(page.body()).as(path).doesNotContain("??");
            new Browser(issuer).open(path).isAt("/sign-in");
        }
    }

    @Test
    void aNameIsChangedByTheRuleOfTheAccountApi() {
        var page = browser.open("/account/profile");

        assertThat(save(page, " Ada Lovelace ").expect(200).body()).contains("Your name is saved");
        assertThat(now(ada).name()).isEqualTo("Ada Lovelace");
        assertThat(save(page, "  ").expect(422).html().title()).startsWith("Error: ");
        save(page, "a".repeat(256)).expect(422);
        assertThat(now(ada).name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void aChangedPasswordSignsOtherBrowsersOutAndNotThisOne() {
        var other = new Browser(issuer).signedIn(ada);

        var done = changePassword(People.PASSWORD, NEW_PASSWORD).expect(200);

        assertThat(done.isAt("/account/password").body()).contains("Your new password counts");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(other.isSignedIn()).isFalse();
        createJwt("ada@example.org", NEW_PASSWORD).expect(200);
        createJwt("ada@example.org", People.PASSWORD).expect(401);
    }

    @Test
    void aPasswordIsNotChangedWithoutTheOldOneNorToAWeakOne() {
        assertThat(changePassword("something else", NEW_PASSWORD).expect(422).body())
                .contains("This is not your current password");
        assertThat(changePassword(People.PASSWORD, "12345").expect(422).body())
                .contains("This password has digits only");
        changePassword(People.PASSWORD, "").expect(422);
        createJwt("ada@example.org", People.PASSWORD).expect(200);
    }

    @Test
    void wrongPasswordsAreCounted() {
        for (int i = 0; i < 10; i++) {
            changePassword("something else", NEW_PASSWORD).expect(422);
        }
        var limited = changePassword(People.PASSWORD, NEW_PASSWORD).expect(429);

        assertThat(limited.answer().header("Retry-After")).isNotEmpty();
        assertThat(limited.body()).contains("There were too many tries");
        createJwt("ada@example.org", People.PASSWORD).expect(200);
    }

    @Test
    void strangersWhoFailToSignInKeepNobodyFromTheirOwnPassword() {
        for (int i = 0; i < 10; i++) {
            createJwt("ada@example.org", "something else").expect(401);
        }
        createJwt("ada@example.org", People.PASSWORD).expect(429);

        changePassword(People.PASSWORD, NEW_PASSWORD).expect(200);
    }

    @Test
    void whoHasNoPasswordIsMailedALinkToChooseOne() {
        withoutPassword();
        var page = browser.open("/account/password").expect(200);
        assertThat(page.html().select("#current-password")).isEmpty();

        browser.press(page, "mail-link").expect(200).isAt("/account/password");

        var choose = new Browser(issuer);
        choose.press(
                        choose.open(mails.one().link()),
                        "choose-password",
                        Map.of("password", NEW_PASSWORD))
                .expect(200);
        createJwt("ada@example.org", NEW_PASSWORD).expect(200);
    }

    @Test
    void whoHasAPasswordGetsNoSuchLink() {
        var csrf = browser.open("/account/password").csrfToken();

        browser.post("/account/password/link", Map.of("_csrf", csrf)).expect(200);

        assertThat(mails.fresh()).isEmpty();
    }

    @Test
    void anAccountIsDeletedByItsAddressAndItsPassword() {
        var page = browser.open("/account/delete");

        delete(page, "bob@example.org", People.PASSWORD).expect(422);
        delete(page, "ada@example.org", "something else").expect(422);
        assertThat(browser.isSignedIn()).isTrue();

        assertThat(delete(page, " ADA@example.org ", People.PASSWORD).expect(200).title())
                .isEqualTo("Your account is deleted");
        assertThat(accounts.find(ada.id())).isEmpty();
        assertThat(browser.cookie("sid")).isEmpty();
        createJwt("ada@example.org", People.PASSWORD).expect(401);
    }

    @Test
    void whoHasNoPasswordChoosesOneBeforeDeleting() {
        withoutPassword();

        var page = browser.open("/account/delete").expect(200).html();

        assertThat(page.select("#delete")).isEmpty();
        assertThat(page.select("main a[href=/account/password]")).hasSize(1);
    }

    @Test
    void nothingIsDoneWithoutTheTokenOfTheForm() {
        for (var path :
                new String[] {"profile", "password", "delete", "export", "sessions/others"}) {
            browser.post("/account/" + path, Map.of("name", "Eve")).expect(403);
        }
        assertThat(now(ada).name()).isEqualTo("Ada");
    }

    private Page save(Page page, String name) {
        return browser.press(page, "save", Map.of("name", name));
    }

    private Page changePassword(String current, String chosen) {
        return browser.press(
                browser.open("/account/password"),
                "change-password",
                Map.of("current-password", current, "password", chosen));
    }

    private Page delete(Page page, String email, String password) {
        return browser.press(page, "delete", Map.of("email", email, "current-password", password));
    }

    private void withoutPassword() {
        database.sql()
                .sql("update account set password = '!0000' where id = ?")
                .param(ada.id().value())
                .update();
    }
}
