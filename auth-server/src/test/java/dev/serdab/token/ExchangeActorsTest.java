package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.Jwt;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Who may act with a person's token, and that it is always seen (RFC 8693 §4.1, §4.4). */
class ExchangeActorsTest extends ExchangeFixture {

    @Test
    void introspectionShowsWhoActs() {
        var token = exchanged(orders, adasToken(), STOCK);

        var about = machine.introspects(token).expect(200);

        assertThat(about.json().path("active").asBoolean()).isTrue();
        assertThat(about.text("sub")).isEqualTo(ada.id().toString());
        assertThat(about.text("client_id")).isEqualTo("orders");
        assertThat(about.text("aud")).isEqualTo(STOCK);
        assertThat(about.json().path("act").path("sub").asString()).isEqualTo("orders");
        assertThat(machine.introspects(adasToken()).json().has("act")).isFalse();
    }

    @Test
    void everyHandItWentThroughIsNamed() {
        var token = exchanged(stock, exchanged(orders, adasToken(), STOCK), API);

        assertThat(Jwt.parse(token).claims())
                .containsEntry("client_id", "stock")
                .containsEntry("act", Map.of("sub", "stock", "act", Map.of("sub", "orders")));
    }

    @Test
    void afterManyHandsItIsEnough() {
        var token = adasToken();
        for (int i = 0; i < 4; i++) {
            token = exchanged(stock, exchanged(orders, token, STOCK), API);
        }

        isRefused(exchange(orders, token, Map.of("audience", STOCK)), "invalid_request");
    }

    @Test
    void aServiceHasNoUseForATokenThatWasMadeForAnother() {
        isRefused(exchange(stock, adasToken(), Map.of()), "invalid_request");
        isRefused(exchange(assistant, adasToken(), Map.of()), "invalid_request");
        isRefused(exchange(desk, adasToken(), Map.of()), "invalid_request");
        var trusteds = trusted.tokensFor(ada, browser, "openid notes.read").access();
        isRefused(exchange(orders, trusteds, Map.of("audience", STOCK)), "invalid_request");
        var mobiles = mobile.tokensFor(ada, browser, "openid notes.read").access();
        isRefused(exchange(orders, mobiles, Map.of("audience", STOCK)), "invalid_request");
        exchange(orders, adasToken(), Map.of("audience", STOCK)).expect(200);
    }

    @Test
    void anAppMayNarrowItsOwnTokenAndNobodyElseActs() {
        var own = desk.tokensFor(ada, browser, "openid notes.read notes.write").access();

        var narrow = Jwt.parse(exchange(desk, own, Map.of()).expect(200).text("access_token"));

        assertThat(narrow.claims())
                .containsEntry("aud", API)
                .containsEntry("scope", "notes.read")
                .containsEntry("client_id", "desk")
                .doesNotContainKey("act");
    }

    @Test
    void aTokenMayNameTheOneWhoMayActWithIt() {
        var subject = family.tokensFor(ada, browser, "openid notes.read").access();
        assertThat(Jwt.parse(subject).claims())
                .containsEntry("may_act", Map.of("sub", "assistant"));
        assertThat(machine.introspects(subject).json().path("may_act").path("sub").asString())
                .isEqualTo("assistant");

        var token = exchange(assistant, subject, Map.of()).expect(200).text("access_token");

        assertThat(Jwt.parse(token).claims())
                .containsEntry("act", Map.of("sub", "assistant"))
                .doesNotContainKey("may_act");
        assistant.asksUserInfo(token).expect(200);
        // Made for its API, but another is named.
        isRefused(exchange(orders, subject, Map.of("audience", STOCK)), "invalid_request");
    }

    @Test
    void nobodyPassesForTheOneWhoMayAct() {
        var subject = family.tokensFor(ada, browser, "openid notes.read").access();
        var own = assistant.asksForItself("").expect(200).text("access_token");
        var bobs = tokenOf(people.registered("bob@example.org"));

        isRefused(
                exchange(orders, subject, actor(own, Map.of("audience", STOCK))),
                "invalid_request");
        isRefused(
                exchange(orders, subject, actor(bobs, Map.of("audience", STOCK))),
                "invalid_request");
        isRefused(exchange(assistant, subject, actor(bobs, Map.of())), "invalid_request");
        assertThat(
                        Jwt.parse(
                                        exchange(assistant, subject, actor(own, Map.of()))
                                                .expect(200)
                                                .text("access_token"))
                                .claims())
                .containsEntry("act", Map.of("sub", "assistant"));
    }

    @Test
    void somebodyElseMayActThroughTheService() {
        var bob = people.registered("bob@example.org");
        var to = Map.of("audience", STOCK);
        var bobs = tokenOf(bob);

        var token = exchange(orders, adasToken(), actor(bobs, to)).expect(200).text("access_token");

        assertThat(Jwt.parse(token).claims())
                .containsEntry("sub", ada.id().toString())
                .containsEntry("client_id", "orders")
                .containsEntry("act", Map.of("sub", bob.id().toString()));
        var notForOrders = mobile.tokensFor(bob, new Browser(issuer), "openid");
        for (var actor :
                List.of("nonsense", notForOrders.access(), exchanged(orders, bobs, STOCK))) {
            isRefused(exchange(orders, adasToken(), actor(actor, to)), "invalid_request");
        }
        notes.revokes(bobs).expect(200);
        isRefused(exchange(orders, adasToken(), actor(bobs, to)), "invalid_request");
    }

    @Test
    void nobodyIsWhomTheyOnlyNamed() {
        var bob = people.registered("bob@example.org");
        var more = Map.of("audience", STOCK, "requested_subject", bob.id().toString());

        var token = exchange(orders, adasToken(), more).expect(200).text("access_token");

        assertThat(Jwt.parse(token).text("sub")).isEqualTo(ada.id().toString());
    }
}
