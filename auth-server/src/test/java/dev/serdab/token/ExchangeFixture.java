package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

import java.util.LinkedHashMap;
import java.util.Map;

/** Services that may exchange tokens, and a person whose tokens they get. */
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[5].client-id=orders
                serdab.bootstrap.clients[5].client-secret=the secret of orders, which is long enough
                serdab.bootstrap.clients[5].grant-types=urn:ietf:params:oauth:grant-type:token-exchange
                serdab.bootstrap.clients[5].resource=https://api.example.com
                serdab.bootstrap.clients[5].exchange-targets[0].audience=https://stock.example.com
                serdab.bootstrap.clients[5].exchange-targets[0].scope=notes.read
                serdab.bootstrap.clients[5].exchange-targets[1].audience=https://mail.example.com
                serdab.bootstrap.clients[5].exchange-targets[1].scope=notes.read notes.write
                serdab.bootstrap.clients[5].exchange-targets[2].audience=https://bare.example.com

                serdab.bootstrap.clients[6].client-id=stock
                serdab.bootstrap.clients[6].client-secret=the secret of stock, which is long enough
                serdab.bootstrap.clients[6].grant-types=urn:ietf:params:oauth:grant-type:token-exchange
                serdab.bootstrap.clients[6].resource=https://stock.example.com
                serdab.bootstrap.clients[6].exchange-targets[0].audience=https://api.example.com
                serdab.bootstrap.clients[6].exchange-targets[0].scope=notes.read notes.write

                serdab.bootstrap.clients[7].client-id=assistant
                serdab.bootstrap.clients[7].client-secret=the secret of assistant, which is long enough
                serdab.bootstrap.clients[7].grant-types=client_credentials, urn:ietf:params:oauth:grant-type:token-exchange
                serdab.bootstrap.clients[7].exchange-targets[0].audience=https://api.example.com
                serdab.bootstrap.clients[7].exchange-targets[0].scope=openid notes.read

                serdab.bootstrap.clients[8].client-id=family
                serdab.bootstrap.clients[8].client-secret=the secret of family, which is long enough
                serdab.bootstrap.clients[8].redirect-uris=https://family.example.com/callback
                serdab.bootstrap.clients[8].scope=openid notes.read
                serdab.bootstrap.clients[8].audience=https://api.example.com
                serdab.bootstrap.clients[8].require-consent=false
                serdab.bootstrap.clients[8].may-act=assistant

                serdab.bootstrap.clients[9].client-id=desk
                serdab.bootstrap.clients[9].client-secret=the secret of desk, which is long enough
                serdab.bootstrap.clients[9].redirect-uris=https://desk.example.com/callback
                serdab.bootstrap.clients[9].grant-types=authorization_code, urn:ietf:params:oauth:grant-type:token-exchange
                serdab.bootstrap.clients[9].scope=openid notes.read notes.write
                serdab.bootstrap.clients[9].require-consent=false
                serdab.bootstrap.clients[9].exchange-targets[0].audience=https://api.example.com
                serdab.bootstrap.clients[9].exchange-targets[0].scope=notes.read
                """)
abstract class ExchangeFixture extends ProtocolTest {

    static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    static final String STOCK = "https://stock.example.com";
    static final String MAIL = "https://mail.example.com";
    static final String API = "https://api.example.com";

    App orders;
    App stock;
    App assistant;
    App family;
    App desk;
    Account ada;

    @BeforeEach
    void somebodyIsThere() {
        orders = App.registered(issuer, "orders", "");
        stock = App.registered(issuer, "stock", "");
        assistant = App.registered(issuer, "assistant", "");
        family = App.registered(issuer, "family", "https://family.example.com/callback");
        desk = App.registered(issuer, "desk", "https://desk.example.com/callback");
        ada = people.registered("ada@example.org");
    }

    String adasToken() {
        return tokenOf(ada);
    }

    String tokenOf(Account person) {
        return notes.tokensFor(person, new Browser(issuer), "openid notes.read").access();
    }

    String accountApiToken() {
        return app.json(
                        "POST",
                        "/jwt/create/",
                        """
                        {"email": "ada@example.org", "password": "%s"}\
                        """
                                .formatted(People.PASSWORD))
                .expect(200)
                .text("access");
    }

    static String exchanged(App app, String subject, String audience) {
        return exchange(app, subject, Map.of("audience", audience))
                .expect(200)
                .text("access_token");
    }

    static Answer exchange(App app, String subject, Map<String, String> more) {
        return app.callsToken(form(subject, more));
    }

    static Map<String, String> form(String subject, Map<String, String> more) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", EXCHANGE);
        form.put("subject_token", subject);
        form.put("subject_token_type", ACCESS_TOKEN);
        form.putAll(more);
        return form;
    }

    static Map<String, String> actor(String token, Map<String, String> form) {
        return with(with(form, "actor_token", token), "actor_token_type", ACCESS_TOKEN);
    }

    Answer send(App app, String subject, String more) {
        return new Http(issuer)
                .basic(app.clientId(), app.secret())
                .send(
                        "POST",
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        Http.form(form(subject, Map.of())) + more);
    }

    static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new LinkedHashMap<>(form);
        more.put(name, value);
        return more;
    }

    static void isRefused(Answer answer, String error) {
        assertThat(answer.expect(400).text("error")).isEqualTo(error);
        assertThat(answer.json().has("access_token")).isFalse();
    }
}
