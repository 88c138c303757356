package dev.serdab.userinfo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.account.Accounts;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.Memberships;
import dev.serdab.claim.Attribute;
import dev.serdab.claim.Attributes;
import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an app may know about the person (OpenID Connect Core §5.3). */
class UserInfoTest extends ProtocolTest {

    @Autowired Memberships memberships;
    @Autowired Attributes attributes;
    @Autowired Accounts accounts;
    @Autowired AccountChanges changes;
    @Autowired PlatformTransactionManager transactions;

    private Account ada;
    private Http http;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
        http = new Http(issuer);
    }

    @Test
    void eachScopeTellsItsPart() {
        assertThat(userInfo("openid")).isEqualTo("{\"sub\":\"%s\"}".formatted(ada.id()));
        assertThat(userInfo("openid profile"))
                .matches(
                        "\\{\"sub\":\"%s\",\"name\":\"Ada\",\"updated_at\":\\d+}"
                                .formatted(ada.id()));
        assertThat(userInfo("openid email"))
                .isEqualTo(
                        "{\"sub\":\"%s\",\"email\":\"ada@example.org\",\"email_verified\":false}"
                                .formatted(ada.id()));
    }

    @Test
    void rightsAreThoseOfNow() {
        var token = notes.tokensFor(ada, browser, "openid groups permissions").access();
        memberships.defineGroup("editors", List.of("blog.add_post"));
        memberships.join(ada.id(), "editors");

        assertThat(notes.asksUserInfo(token).expect(200).body())
                .isEqualTo(
                        "{\"sub\":\"%s\",\"groups\":[\"editors\"],\"permissions\":[\"blog.add_post\"]}"
                                .formatted(ada.id()));
    }

    @Test
    void itMayBeAskedByPostToo() {
        var token = notes.tokensFor(ada, browser, "openid").access();

        var answer = http.bearer(token).post("/userinfo", Map.of()).expect(200);

        assertThat(answer.text("sub")).isEqualTo(ada.id().toString());
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theTokenMayComeInAFormButNotInTheAddressNorTwice() {
        var token = notes.tokensFor(ada, browser, "openid").access();
        var form = Map.of("access_token", token);

        assertThat(http.post("/userinfo", form).expect(200).text("sub"))
                .isEqualTo(ada.id().toString());
        assertThat(http.get("/userinfo?" + Http.form(form)).expect(401).header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        http.post("/userinfo?" + Http.form(form), Map.of()).expect(401);
        assertThat(http.bearer(token).post("/userinfo", form).expect(400).text("error"))
                .isEqualTo("invalid_request");
        http.send(
                        "POST",
                        "/userinfo",
                        "application/x-www-form-urlencoded",
                        Http.form(form) + "&" + Http.form(form))
                .expect(400);
        http.get("/userinfo").expect(401);
        http.basic("notes", notes.secret()).get("/userinfo").expect(401);
    }

    @Test
    void whatAnAccountSaysAboutItsPersonIsTold() {
        attributes.put(ada.id(), Attribute.GIVEN_NAME, "Ada");
        attributes.put(ada.id(), Attribute.FAMILY_NAME, "Byron");
        attributes.put(ada.id(), Attribute.FAMILY_NAME, "Lovelace");
        attributes.put(ada.id(), Attribute.PHONE_NUMBER, "+44 20 7946 0018");
        attributes.put(ada.id(), Attribute.LOCALITY, "London");
        attributes.put(ada.id(), Attribute.COUNTRY, "GB");

        assertThat(userInfo("openid profile address phone"))
                .matches(
                        """
                        \\{"sub":"%s","name":"Ada","given_name":"Ada","family_name":"Lovelace",\
                        "updated_at":\\d+,"address":\\{"locality":"London","country":"GB"},\
                        "phone_number":"\\+44 20 7946 0018","phone_number_verified":false}\
                        """
                                .formatted(ada.id()));
        assertThat(userInfo("openid email")).doesNotContain("Lovelace", "London", "7946");
    }

    @Test
    void aChangeMovesTheTimeOfTheLastChange() {
        var before = updatedAt();
        clock.pass(Duration.ofMinutes(1));
        attributes.put(ada.id(), Attribute.NICKNAME, "The Enchantress of Numbers");
        var between = updatedAt();
        clock.pass(Duration.ofMinutes(1));
        accounts.rename(ada.id(), "Ada King");

        assertThat(between).isGreaterThanOrEqualTo(before + 60);
        assertThat(updatedAt()).isGreaterThanOrEqualTo(between + 60);
    }

    @Test
    void soDoesAnotherAddressAndThatItIsProved() {
        movesTheTimeOfTheLastChange(() -> changes.activate(ada.id()));
        movesTheTimeOfTheLastChange(
                () -> changes.changeEmail(ada, new EmailAddress("new@example.org")));
        movesTheTimeOfTheLastChange(() -> changes.resetPassword(ada.id(), "!"));
        movesTheTimeOfTheLastChange(
                () -> changes.resetEmail(ada.id(), new EmailAddress("old@example.org")));
    }

    @Test
    void whatUserinfoDoesNotShowLeavesItWhereItIs() {
        transaction(() -> changes.activate(ada.id()));
        var before = attributes.of(ada.id()).updatedAt();
        clock.pass(Duration.ofMinutes(1));

        transaction(() -> changes.activate(ada.id()));
        transaction(() -> changes.resetPassword(ada.id(), "!"));
        accounts.signedIn(ada.id());

        assertThat(attributes.of(ada.id()).updatedAt()).isEqualTo(before);
    }

    private void movesTheTimeOfTheLastChange(Runnable change) {
        var before = attributes.of(ada.id()).updatedAt();
        clock.pass(Duration.ofMinutes(1));

        transaction(change);

        assertThat(attributes.of(ada.id()).updatedAt())
                .isAfterOrEqualTo(before.plus(Duration.ofMinutes(1)));
    }

    private void transaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private long updatedAt() {
        var token = notes.tokensFor(ada, browser, "openid profile").access();
        return notes.asksUserInfo(token).expect(200).json().path("updated_at").asLong();
    }

    @Test
    void withoutOpenidThereIsNothingToTell() {
        var token = notes.tokensFor(ada, browser, "profile notes.read").access();

        assertThat(notes.asksUserInfo(token).expect(403).header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"");
    }

    @Test
    void onlyALivingAccessTokenCounts() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        isRefused(notes.asksUserInfo(tokens.id()));
        isRefused(notes.asksUserInfo(tokens.refresh()));
        isRefused(notes.asksUserInfo("nonsense"));
        isRefused(notes.asksUserInfo(tokens.access().replaceFirst("\\.[^.]*$", ".")));
        isRefused(notes.asksUserInfo(machine.asksForItself("").text("access_token")));

        notes.revokes(tokens.access()).expect(200);
        isRefused(notes.asksUserInfo(tokens.access()));
    }

    @Test
    void afterTenMinutesItIsOver() {
        var token = notes.tokensFor(ada, browser, "openid").access();
        clock.pass(Duration.ofMinutes(9));
        notes.asksUserInfo(token).expect(200);

        clock.pass(Duration.ofMinutes(1));
        isRefused(notes.asksUserInfo(token));
    }

    @Test
    void aDisabledOrDeletedAccountIsNotTalkedAbout() {
        var token = notes.tokensFor(ada, browser, "openid").access();
        database.sql().sql("update account set is_active = false").update();
        isRefused(notes.asksUserInfo(token));

        database.sql().sql("delete from account").update();
        isRefused(notes.asksUserInfo(token));
    }

    private String userInfo(String scope) {
        return notes.asksUserInfo(notes.tokensFor(ada, browser, scope).access()).expect(200).body();
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.expect(401).header("WWW-Authenticate"))
                .startsWith("Bearer error=\"invalid_token\"");
        assertThat(answer.text("error")).isEqualTo("invalid_token");
    }
}
