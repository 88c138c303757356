package dev.serdab.mailedlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.cleanup.CleanUp;
import dev.serdab.sealing.SecretHash;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.MailDirectory.Letter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What holds for mailed links of every kind. */
class MailedLinkTest extends FrontEndTest {

    @Autowired CleanUp cleanUp;

    @Test
    void aLinkLooksLikeDjangos() {
        var ada = people.registered("ada@example.org");
        var mail = forgetsPassword(ada);

        assertThat(new String(Base64.getUrlDecoder().decode(mail.uid()), StandardCharsets.UTF_8))
                .isEqualTo(ada.id().toString());
        assertThat(mail.token()).matches("[0-9a-z]+-[0-9a-f]{32}");
        var seconds = Long.parseLong(mail.token().replaceFirst("-.*", ""), 36);
        assertThat(Instant.parse("2001-01-01T00:00:00Z").plusSeconds(seconds))
                .isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    @Test
    void onlyTheHashOfATokenIsKept() {
        var mail = forgetsPassword(people.registered("ada@example.org"));

        assertThat(
                        database.sql()
                                .sql("select token_hash from mailed_link")
                                .query((row, number) -> row.getBytes(1))
                                .single())
                .isEqualTo(SecretHash.of(mail.token()));
        assertThat(database.dump()).doesNotContain(mail.token());
    }

    @Test
    void paddingAndWhiteSpaceInAUidAreTolerated() {
        var mail = forgetsPassword(people.registered("ada@example.org"));
        var uid = " " + mail.uid().charAt(0) + " \t" + mail.uid().substring(1) + "== ";

        resetsPassword(with(mail, uid, " " + mail.token() + " "), NEW_PASSWORD).expect(204);
    }

    @Test
    void aUidThatIsNoneIsToldFromAWrongToken() {
        var mail = forgetsPassword(people.registered("ada@example.org"));

        for (var uid :
                List.of(
                        "zzz",
                        "OTk5OTk5OTk",
                        "LTE",
                        "MA",
                        "%%%",
                        "é",
                        "=",
                        "A".repeat(9000),
                        "=".repeat(20_000) + "x")) {
            assertThat(resetsPassword(with(mail, uid, mail.token()), NEW_PASSWORD).body())
                    .as(uid)
                    .isEqualTo("{\"uid\":[\"Invalid user id or user doesn't exist.\"]}");
        }
        resetsPassword(mail, NEW_PASSWORD).expect(204);
    }

    @Test
    void aLinkServesOnePurposeAndOneAccount() {
        var ada = people.registered("ada@example.org");
        var forPassword = forgetsPassword(ada);
        var forAddress = wantsAnotherAddress(ada);
        var eves = forgetsPassword(people.registered("eve@example.org"));

        resetsPassword(forAddress, NEW_PASSWORD).expect(400);
        resetsEmail(forPassword, "new@example.org").expect(400);
        app.post("/users/activation/", link(forPassword, "x", "y")).expect(400);
        resetsPassword(with(forPassword, forPassword.uid(), eves.token()), NEW_PASSWORD)
                .expect(400);

        resetsPassword(forPassword, NEW_PASSWORD).expect(204);
    }

    @Test
    void aSignInLeavesLinksAlone() {
        var ada = people.registered("ada@example.org");
        var mail = forgetsPassword(ada);

        logIn(ada);

        resetsPassword(mail, NEW_PASSWORD).expect(204);
    }

    @Test
    void aLinkWorksForThreeDaysAndIsForgottenAfterwards() {
        var ada = people.registered("ada@example.org");
        var mail = forgetsPassword(ada);
        clock.pass(Duration.ofHours(71));
        cleanUp.run();
        assertThat(links()).isEqualTo(1);

        clock.pass(Duration.ofHours(2));
        resetsPassword(mail, NEW_PASSWORD).expect(400);
        cleanUp.run();
        assertThat(links()).isZero();
    }

    @Test
    void noHeaderOfTheRequestGetsIntoALink() {
        people.registered("ada@example.org");

        app.with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "https")
                .with("Forwarded", "host=evil.example;proto=https")
                .with("X-Original-Host", "evil.example")
                .post("/users/reset_password/", Map.of("email", "ada@example.org"))
                .expect(204);

        var mail = mails.one();
        assertThat(mail.link()).startsWith(issuer + "/password/reset/confirm/");
        assertThat(mail.text() + mail.html()).doesNotContain("evil");
    }

    @Test
    void aMailSaysUntilWhenItsLinkWorksAndHasItInBothForms() {
        var mail = forgetsPassword(people.registered("ada@example.org"));

        assertThat(mail.text()).containsPattern("until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
        assertThat(mail.text()).contains("\n" + mail.link() + "\n");
        assertThat(mail.html()).contains("href=\"" + mail.link() + "\"");
        assertThat(mail.subject()).isEqualTo("Password reset on localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "'ko-KR,ko;q=0.9,en;q=0.8', localhost 비밀번호 재설정, localhost 로그인 주소 변경, '%s 님, 안녕하세요.'",
        "ja, localhost パスワードの再設定, localhost ログイン用アドレスの変更, '%s 様'",
        "de-AT, Neues Passwort bei localhost, Änderung der Anmeldeadresse bei localhost, 'Guten Tag %s,'",
        "es-MX, Contraseña nueva en localhost, Cambio de dirección en localhost, 'Hola, %s:'"
    })
    void everyMailSpeaksTheLanguageOfTheRequest(
            String language, String password, String address, String greeting) {
        var ada = people.registered("ada@example.org");
        var speaker = app.with("Accept-Language", language);

        speaker.post("/users/reset_password/", Map.of("email", "ada@example.org")).expect(204);
        var forPassword = mails.one();
        speaker.post("/users/reset_email/", Map.of("email", "ada@example.org")).expect(204);
        var forAddress = mails.one();

        assertThat(forPassword.subject()).isEqualTo(password);
        assertThat(forAddress.subject()).isEqualTo(address);
        assertThat(forPassword.text()).startsWith(greeting.formatted(ada.name()));
        resetsPassword(forPassword, NEW_PASSWORD).expect(204);
    }

    private Letter with(Letter mail, String uid, String token) {
        return new Letter(
                mail.to(),
                mail.from(),
                mail.subject(),
                mail.text(),
                mail.html(),
                "x/" + uid + "/" + token);
    }

    private int links() {
        return database.sql().sql("select count(*) from mailed_link").query(Integer.class).single();
    }
}
