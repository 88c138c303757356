package dev.serdab.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent;
import dev.serdab.account.Accounts;
import dev.serdab.cleanup.CleanUp;
import dev.serdab.client.ClientMetadata;
import dev.serdab.client.Clients;
import dev.serdab.testing.Operator;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What happened can be asked for later. */
@ExtendWith(OutputCaptureExtension.class)
class AuditTest extends ProtocolTest {

    @Autowired Accounts accounts;
    @Autowired Clients clients;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired CleanUp cleanUp;

    private Operator operator;
    private Account ada;

    @BeforeEach
    void somebodyIsThere(@Autowired Environment environment) {
        operator = Operator.of(environment);
        ada = people.registered("ada@example.org");
    }

    @Test
    void anAccountsStoryIsToldFromItsMakingToItsEnd() {
        var tokens = notes.tokensFor(ada, browser, "openid notes.read");
        notes.revokes(tokens.refresh()).expect(200);
        browser.signOut();
        app.bearer(accessJwt())
                .json("DELETE", "/users/me/", password("current_password"))
                .expect(204);

        assertThat(operator.happened())
                .containsExactly(
                        "ACCOUNT_DELETED",
                        "SIGN_IN",
                        "SIGN_OUT",
                        "GRANT_REVOKED",
                        "CONSENT_GIVEN",
                        "SIGN_IN",
                        "ACCOUNT_CREATED");
        assertThat(operator.auditEvents("?principal=" + ada.id())).hasSize(7);
        assertThat(operator.auditEvents("?principal=" + ada.id() + "&type=SIGN_IN")).hasSize(2);
        assertThat(operator.auditEvents("?principal=0")).isEmpty();
    }

    @Test
    void anEventTellsWhoWhatWhenAndFromWhere() {
        var page = browser.open("/sign-in");
        var answer =
                browser.http()
                        .post(
                                "/sign-in",
                                Map.of(
                                        "_csrf",
                                        page.csrfToken(),
                                        "email",
                                        "ada@example.org",
                                        "password",
                                        People.PASSWORD));
        var event = latest("SIGN_IN");

        assertThat(event.path("principal").asString()).isEqualTo(ada.id().toString());
        assertThat(event.path("timestamp").asString())
                .startsWith(clock.instant().toString().substring(0, 10));
        assertThat(event.path("data").path("request_id").asString())
                .isEqualTo(answer.header("X-Request-Id"))
                .isNotEmpty();
        assertThat(event.path("data").path("address").asString())
                .isIn("127.0.0.0", "0:0:0:0:0:0:0:0");
    }

    @Test
    void whatSomebodyElseDoesIsToldToo() {
        var root = people.administrator("root@example.org");
        var token =
                app.post(
                                "/jwt/create/",
                                Map.of("email", "root@example.org", "password", People.PASSWORD))
                        .expect(200)
                        .text("access");

        app.bearer(token)
                .json("DELETE", "/users/" + ada.id() + "/", password("current_password"))
                .expect(204);

        var event = latest("ACCOUNT_DELETED");
        assertThat(event.path("principal").asString()).isEqualTo(ada.id().toString());
        assertThat(event.path("data").path("by_account_id").asString())
                .isEqualTo(root.id().toString());
    }

    @Test
    void failuresAreToldWithoutTheAddressAndTheLimitOnce() {
        for (int i = 0; i < 12; i++) {
            guess("ada@example.org");
        }
        guess("nobody@example.org");

        assertThat(operator.auditEvents("?type=SIGN_IN_FAILED")).hasSize(11);
        assertThat(operator.auditEvents("?type=SIGN_IN_FAILED&principal=" + ada.id())).hasSize(10);
        assertThat(operator.auditEvents("?type=SIGN_IN_LIMITED")).hasSize(1);
        assertThat(operator.auditEvents("").toString()).doesNotContain("@");
    }

    @Test
    void aReplayIsToldOnceWithWhoseItIs() {
        var ask = notes.asks("openid");
        var code = notes.codeFor(ada, browser, ask);
        notes.redeems(code, ask).expect(200);
        notes.redeems(code, ask).expect(400);
        notes.redeems(code, ask).expect(400);
        var first = notes.tokensFor(ada, browser, "openid");
        notes.refreshed(first.refresh());
        clock.pass(Duration.ofSeconds(11));
        notes.refreshes(first.refresh()).expect(400);
        notes.refreshes(first.refresh()).expect(400);

        for (var kind : new String[] {"CODE_REPLAYED", "REFRESH_TOKEN_REPLAYED"}) {
            assertThat(operator.auditEvents("?type=" + kind)).hasSize(1);
            assertThat(latest(kind).path("principal").asString()).isEqualTo(ada.id().toString());
            assertThat(latest(kind).path("data").path("client_id").asString()).isEqualTo("notes");
        }
    }

    @Test
    void aClientThatIsMadeOrChangedIsTold() {
        putClient("Photos");
        putClient("Photos");
        putClient("Pictures");
        database.sql().sql("delete from oauth_client where client_id = 'photos'").update();

        assertThat(operator.happened())
                .containsExactly("CLIENT_CHANGED", "CLIENT_CREATED", "ACCOUNT_CREATED");
        assertThat(latest("CLIENT_CHANGED").path("data").path("client_id").asString())
                .isEqualTo("photos");
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new AccountEvent.PasswordReset(ada.id()));
            status.setRollbackOnly();
        });

        assertThat(operator.auditEvents("?type=PASSWORD_RESET")).isEmpty();
    }

    @Test
    void eachIsALineInTheLogToo(CapturedOutput output) {
        notes.tokensFor(ada, browser, "openid");

        assertThat(output.getOut())
                .contains("SIGN_IN account=" + ada.id())
                .contains("CONSENT_GIVEN account=" + ada.id() + " client=notes")
                .doesNotContain("ada@example.org");
    }

    @Test
    void anAccountThatIsGoneKeepsItsStoryUntilTheRetentionEnds() {
        accounts.delete(ada.id());
        clock.pass(Duration.ofDays(179));
        cleanUp.run();
        assertThat(operator.auditEvents("?principal=" + ada.id())).isNotEmpty();

        clock.pass(Duration.ofDays(2));
        cleanUp.run();

        assertThat(operator.auditEvents("")).isEmpty();
    }

    private void putClient(String name) {
        clients.put(
                "photos",
                ClientMetadata.parse(
                        """
                        {"client_name": "%s", "token_endpoint_auth_method": "none",
                         "redirect_uris": ["https://photos.example.com/callback"]}\
                        """
                                .formatted(name)),
                List.of());
    }

    private JsonNode latest(String kind) {
        return operator.auditEvents("?type=" + kind).getFirst();
    }

    private void guess(String email) {
        app.post("/token/login/", Map.of("email", email, "password", "a wrong guess"));
    }

    private String accessJwt() {
        return app.post(
                        "/jwt/create/",
                        Map.of("email", "ada@example.org", "password", People.PASSWORD))
                .expect(200)
                .text("access");
    }

    private static String password(String field) {
        return "{\"%s\": \"%s\"}".formatted(field, People.PASSWORD);
    }
}
