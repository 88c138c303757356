package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A person's token passes through services, and never grows on its way (RFC 8693). */
class TokenExchangeTest extends ExchangeFixture {

    @Test
    void anApiGetsATokenForTheNextApi() {
        var subject = notes.tokensFor(ada, browser, "openid notes.read notes.write").access();

        var answer = exchange(orders, subject, Map.of("audience", STOCK)).expect(200);

        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "access_token", "token_type", "expires_in", "scope", "issued_token_type");
        assertThat(answer.text("issued_token_type")).isEqualTo(ACCESS_TOKEN);
        assertThat(answer.text("scope")).isEqualTo("notes.read");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var before = Jwt.parse(subject);
        var after = Jwt.parse(answer.text("access_token"));
        assertThat(after.isSignedByOneOf(new Http(issuer).get("/oauth2/jwks").body())).isTrue();
        assertThat(after.header()).containsEntry("typ", "at+jwt");
        assertThat(after.claims())
                .containsEntry("sub", ada.id().toString())
                .containsEntry("aud", STOCK)
                .containsEntry("client_id", "orders")
                .containsEntry("scope", "notes.read")
                .containsEntry("act", Map.of("sub", "orders"))
                .containsEntry("auth_time", before.claims().get("auth_time"));
        assertThat(after.text("jti")).isNotEqualTo(before.text("jti"));
        notes.asksUserInfo(subject).expect(200);
    }

    @Test
    void itLivesNoLongerThanWhatItWasMadeOf() {
        var subject = adasToken();
        clock.pass(Duration.ofMinutes(9));

        var answer = exchange(orders, subject, Map.of("audience", STOCK)).expect(200);

        assertThat(answer.json().path("expires_in").asInt()).isBetween(1, 60);
        assertThat(Jwt.parse(answer.text("access_token")).seconds("exp"))
                .isEqualTo(Jwt.parse(subject).seconds("exp"));
        clock.pass(Duration.ofMinutes(1));
        assertThat(machine.findsActive(answer.text("access_token"))).isFalse();
        isRefused(exchange(orders, subject, Map.of("audience", STOCK)), "invalid_request");
    }

    @Test
    void itAllowsNoMoreThanWhatItWasMadeOf() {
        var readOnly = notes.tokensFor(ada, browser, "openid notes.read").access();
        var nothing = notes.tokensFor(ada, browser, "openid profile").access();

        for (var scope : new String[] {"notes.write", "notes.read notes.write", "admin"}) {
            isRefused(
                    exchange(orders, readOnly, Map.of("audience", MAIL, "scope", scope)),
                    "invalid_scope");
        }
        isRefused(exchange(orders, nothing, Map.of("audience", MAIL)), "invalid_scope");
        assertThat(exchange(orders, readOnly, Map.of("audience", MAIL)).text("scope"))
                .isEqualTo("notes.read");
    }

    @Test
    void norMoreThanTheServiceMayHaveThere() {
        var subject = notes.tokensFor(ada, browser, "openid notes.read notes.write").access();

        for (var scope : new String[] {"notes.write", "openid", "notes.read openid"}) {
            isRefused(
                    exchange(orders, subject, Map.of("audience", STOCK, "scope", scope)),
                    "invalid_scope");
        }
        assertThat(exchange(orders, subject, Map.of("audience", MAIL)).text("scope"))
                .isEqualTo("notes.read notes.write");
        assertThat(
                        exchange(orders, subject, Map.of("audience", MAIL, "scope", "notes.write"))
                                .text("scope"))
                .isEqualTo("notes.write");
        assertThat(
                        exchange(orders, subject, Map.of("audience", "https://bare.example.com"))
                                .text("scope"))
                .isEmpty();
    }

    @Test
    void severalApisAtOnceGetWhatAllOfThemMayHave() {
        var subject = notes.tokensFor(ada, browser, "openid notes.read notes.write").access();

        var token =
                Jwt.parse(
                        send(orders, subject, "&audience=" + STOCK + "&resource=" + MAIL)
                                .expect(200)
                                .text("access_token"));

        assertThat(token.claims())
                .containsEntry("aud", List.of(STOCK, MAIL))
                .containsEntry("scope", "notes.read");
        send(orders, subject, "&audience=" + STOCK + "&audience=" + MAIL).expect(200);
        send(orders, subject, "&resource=" + STOCK + "&resource=" + STOCK).expect(200);
        isRefused(
                send(orders, subject, "&audience=" + STOCK + "&audience=https://x.example.com"),
                "invalid_target");
        isRefused(send(orders, subject, "&scope=notes.read&scope=notes.read"), "invalid_request");
    }

    @Test
    void onlyTheApisThatTheServiceIsRegisteredForAreReached() {
        for (var target :
                new String[] {
                    "https://other.example.com", API, issuer, STOCK + "/", "stock", "not a uri"
                }) {
            isRefused(exchange(orders, adasToken(), Map.of("audience", target)), "invalid_target");
            isRefused(exchange(orders, adasToken(), Map.of("resource", target)), "invalid_target");
        }
        isRefused(exchange(orders, adasToken(), Map.of()), "invalid_request");
    }

    @Test
    void whoeverReachesOneApiOnlyNeedNotNameIt() {
        var token = exchanged(orders, adasToken(), STOCK);

        assertThat(
                        Jwt.parse(exchange(stock, token, Map.of()).expect(200).text("access_token"))
                                .text("aud"))
                .isEqualTo(API);
    }

    @Test
    void itEndsWithTheGrantItCameOf() {
        var tokens = notes.tokensFor(ada, browser, "openid notes.read");
        var first = exchanged(orders, tokens.access(), STOCK);
        var second = exchanged(stock, first, API);

        notes.revokes(tokens.refresh()).expect(200);

        for (var token : List.of(first, second)) {
            assertThat(machine.findsActive(token)).isFalse();
        }
        isRefused(exchange(orders, tokens.access(), Map.of("audience", STOCK)), "invalid_request");
        isRefused(exchange(stock, first, Map.of()), "invalid_request");
    }

    @Test
    void itEndsWithTheAccount() {
        var subject = adasToken();
        var token = exchanged(orders, subject, STOCK);
        database.sql().sql("update account set is_active = false").update();

        assertThat(machine.findsActive(token)).isFalse();
        isRefused(exchange(orders, subject, Map.of("audience", STOCK)), "invalid_request");

        database.sql().sql("delete from account").update();
        isRefused(exchange(orders, subject, Map.of("audience", STOCK)), "invalid_request");
    }

    @Test
    void itsOwnClientAloneGivesItBack() {
        var subject = adasToken();
        var token = exchanged(orders, subject, STOCK);

        notes.revokes(token).expect(200);
        assertThat(machine.findsActive(token)).isTrue();

        orders.revokes(token).expect(200);
        assertThat(machine.findsActive(token)).isFalse();
        assertThat(machine.findsActive(subject)).isTrue();
    }

    @Test
    void whatIsBroughtMustBeALivingAccessTokenOfAPerson() {
        var tokens = notes.tokensFor(ada, browser, "openid notes.read");
        var ask = notes.asks("openid");
        var itself = assistant.asksForItself("").expect(200).text("access_token");
        for (var subject :
                List.of(
                        "nonsense",
                        "abc.def.ghi",
                        "\u0000",
                        tokens.refresh(),
                        tokens.id(),
                        notes.codeFor(ada, browser, ask),
                        itself,
                        accountApiToken())) {
            isRefused(exchange(orders, subject, Map.of("audience", STOCK)), "invalid_request");
        }
        isRefused(exchange(assistant, itself, Map.of()), "invalid_request");
        notes.revokes(tokens.access()).expect(200);
        isRefused(exchange(orders, tokens.access(), Map.of("audience", STOCK)), "invalid_request");
    }

    @Test
    void theFormOfTheRequestIsChecked() {
        var good = new LinkedHashMap<>(form(adasToken(), Map.of("audience", STOCK)));
        orders.callsToken(good).expect(200);
        orders.callsToken(with(good, "requested_token_type", ACCESS_TOKEN)).expect(200);
        var jwt = "urn:ietf:params:oauth:token-type:jwt";
        orders.callsToken(with(good, "subject_token_type", jwt)).expect(200);

        for (var name : List.of("subject_token", "subject_token_type")) {
            isRefused(orders.callsToken(with(good, name, "")), "invalid_request");
        }
        var otherType = "urn:ietf:params:oauth:token-type:id_token";
        isRefused(
                orders.callsToken(with(good, "subject_token_type", otherType)), "invalid_request");
        for (var wanted :
                List.of(otherType, "urn:ietf:params:oauth:token-type:refresh_token", "x")) {
            isRefused(
                    orders.callsToken(with(good, "requested_token_type", wanted)),
                    "invalid_request");
        }
        isRefused(orders.callsToken(with(good, "actor_token", "x")), "invalid_request");
        isRefused(
                orders.callsToken(with(good, "actor_token_type", ACCESS_TOKEN)), "invalid_request");
        var actorToo = with(good, "actor_token", adasToken());
        isRefused(
                orders.callsToken(with(actorToo, "actor_token_type", otherType)),
                "invalid_request");
        isRefused(
                send(orders, adasToken(), "&subject_token=x&audience=" + STOCK), "invalid_request");
    }

    @Test
    void onlyWhoIsRegisteredForItMay() {
        for (var app : List.of(notes, machine, mobile)) {
            isRefused(exchange(app, adasToken(), Map.of("audience", STOCK)), "unauthorized_client");
        }
    }
}
