package dev.serdab.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.Answer;
import dev.serdab.testing.Browser;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.util.LinkedHashMap;
import java.util.Map;

/** Logging in at the account API with a second factor. */
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "serdab.account-api.create-session-on-login=true",
            "serdab.second-factor.required-for=administrators"
        })
class ApiSecondFactorTest extends AccountApiTest {

    @Autowired MovableClock clock;

    private Authenticator phone;

    @BeforeEach
    void adaHasASecondFactor() {
        var ada = people.registered("ada@example.org");
        phone = Authenticator.setUp(new Browser(issuer).signedIn(ada), clock);
    }

    @Test
    void aPasswordAloneIsRefusedInTheUsualShape() {
        var login = logIn("/token/login/", null).expect(400);
        assertThat(login.text("code")).isEqualTo("second_factor_required");
        assertThat(login.json().path("non_field_errors").path(0).asString()).isNotEmpty();
        assertThat(login.header("Set-Cookie")).isEmpty();

        var create = logIn("/jwt/create/", null).expect(401);
        assertThat(create.text("code")).isEqualTo("second_factor_required");
        assertThat(create.text("detail")).isNotEmpty();
    }

    @Test
    void aWrongCodeIsToo() {
        assertThat(logIn("/token/login/", phone.wrongCode()).expect(400).text("code"))
                .isEqualTo("second_factor_wrong");
        assertThat(logIn("/jwt/create/", phone.wrongCode()).expect(401).text("code"))
                .isEqualTo("second_factor_wrong");
    }

    @Test
    void aCodeOpensBothEntrancesButNotTwice() {
        var code = phone.nextCode();
        assertThat(logIn("/token/login/", code).expect(200).text("auth_token")).isNotEmpty();
        logIn("/jwt/create/", code).expect(401);
        logIn("/jwt/create/", phone.nextCode()).expect(200);
        logIn("/jwt/create/", phone.recoveryCodes().getLast()).expect(200);
        logIn("/jwt/create/", phone.recoveryCodes().getLast()).expect(401);
    }

    @Test
    void aWrongPasswordIsToldNothingOfIt() {
        var wrong =
                app.post(
                                "/jwt/create/",
                                Map.of("email", "ada@example.org", "password", "wrong password"))
                        .expect(401);
        assertThat(wrong.json().has("code")).isFalse();
    }

    @Test
    void anAdministratorWithoutOneIsToldToSetItUp() {
        var root = people.administrator("root@example.org");

        assertThat(createJwt("root@example.org", People.PASSWORD).expect(401).text("code"))
                .isEqualTo("second_factor_setup_required");
        leadsToSetUp(root);
        createJwt("ada@example.org", People.PASSWORD).expect(401);
    }

    private void leadsToSetUp(Account root) {
        var browser = new Browser(issuer);
        browser.signIn(browser.open("/sign-in"), root).isAt("/account/second-factor");
        browser.open("/account/apps").isAt("/account/second-factor");
        browser.open("/device?user_code=BCDF-GHJK").isAt("/account/second-factor");

        Authenticator.setUp(browser, clock);
        browser.open("/account/apps").isAt("/account/apps");
    }

    private Answer logIn(String path, String otp) {
        var form = new LinkedHashMap<String, String>();
        form.put("email", "ada@example.org");
        form.put("password", People.PASSWORD);
        if (otp != null) {
            form.put("otp", otp);
        }
        return app.post(path, form);
    }
}
