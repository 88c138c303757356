package dev.serdab.emailchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.EmailChange;
import dev.serdab.testing.Answer;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.Http;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Moving an account to another address. */
class EmailChangeTest extends FrontEndTest {

    private static final String TAKEN =
            "{\"new_email\":[\"user account with this email already exists.\"]}";

    @Autowired EmailChanges changes;

    @Test
    void aNewAddressCountsAtOnceAndIsNotCalledVerified() {
        var ada = verified("ada@example.org");

        moves(as(ada), "New@EXAMPLE.org").expect(204);

        createJwt("new@example.org", People.PASSWORD).expect(200);
        createJwt("ada@example.org", People.PASSWORD).expect(401);
        assertThat(now(ada).email()).hasToString("New@example.org");
        assertThat(now(ada).isEmailVerified()).isFalse();
    }

    @Test
    void aMailedLinkMovesTheAccountAndProvesOnlyTheOldAddress() {
        var ada = verified("ada@example.org");
        var mail = wantsAnotherAddress(ada);
        assertThat(mail.link()).startsWith(issuer + "/email/reset/confirm/");

        resetsEmail(mail, "new@example.org").expect(204);

        assertThat(now(ada).email()).hasToString("new@example.org");
        assertThat(now(ada).isEmailVerified()).isFalse();
        assertThat(now(ada).lastLogin()).isNotNull();
        resetsEmail(mail, "more@example.org").expect(400);
    }

    @Test
    void anAddressIsTakenWhateverItsCaseOnesOwnIncluded() {
        var ada = people.registered("ada@example.org");
        people.registered("bob@example.org");
        var mail = wantsAnotherAddress(ada);

        for (var taken : List.of("BOB@example.org", "ada@example.org", "Ada@Example.ORG")) {
            assertThat(moves(as(ada), taken).expect(400).body()).isEqualTo(TAKEN);
            assertThat(resetsEmail(mail, taken).expect(400).body()).isEqualTo(TAKEN);
        }
        resetsEmail(mail, "free@example.org").expect(204);
    }

    @Test
    void aChangeSpoilsEveryLinkThatWasMailedToTheOldAddress() {
        var ada = people.registered("ada@example.org");
        var forPassword = forgetsPassword(ada);
        var forAddress = wantsAnotherAddress(ada);

        moves(as(ada), "new@example.org").expect(204);

        resetsPassword(forPassword, NEW_PASSWORD).expect(400);
        resetsEmail(forAddress, "more@example.org").expect(400);
    }

    @Test
    void ofManyWhoWantAnAddressAtOnceOneGetsIt() {
        var who =
                Collections.synchronizedList(
                        new java.util.ArrayList<>(
                                List.of(
                                        as(people.registered("a@example.org")),
                                        as(people.registered("b@example.org")),
                                        as(people.registered("c@example.org")))));

        var answers = AtOnce.call(3, () -> moves(who.removeFirst(), "new@example.org"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 400, 400);
        assertThat(answers).extracting(Answer::body).containsExactlyInAnyOrder("", TAKEN, TAKEN);
    }

    @Test
    void whoeverCheckedAPasswordThatWasResetMeanwhileMovesNothing() {
        var checked = people.registered("ada@example.org");
        resetsPassword(forgetsPassword(checked), NEW_PASSWORD).expect(204);

        var change = changes.change(checked, new EmailAddress("eve@example.org"), Locale.ENGLISH);

        assertThat(change).isEqualTo(EmailChange.OUTDATED);
        assertThat(now(checked).email()).isEqualTo(checked.email());
    }

    private Account verified(String email) {
        var account = people.registered(email);
        resetsPassword(forgetsPassword(account), People.PASSWORD).expect(204);
        assertThat(now(account).isEmailVerified()).isTrue();
        return account;
    }

    private static Answer moves(Http who, String email) {
        return who.post(
                "/users/set_email/",
                Map.of("current_password", People.PASSWORD, "new_email", email));
    }
}
