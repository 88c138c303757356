package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientSecret;
import dev.serdab.client.Clients;
import dev.serdab.recent.Recent;
import dev.serdab.testing.App;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.OnPostgres;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.SecondNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Two nodes on one database are one server. */
class TwoNodesTest extends ProtocolTest implements OnPostgres {

    private static final int AT_ONCE = 20;

    private static SecondNode node;

    @Autowired Clients clients;

    private Account ada;

    @BeforeEach
    void bothRun(@Autowired Environment first) {
        if (node == null) {
            node = SecondNode.beside(first, clock);
        }
        ada = people.registered("ada@example.org");
    }

    @AfterAll
    static void stop() {
        node.close();
        node = null;
    }

    @Test
    void whatOneGaveTheOtherExchanges() {
        var first = notes.tokensFor(ada, browser, "openid");

        var second = there(notes).refreshed(first.refresh());
        var third = notes.refreshed(second.refresh());

        there(notes).asksUserInfo(third.access()).expect(200);
        assertThat(there(notes).findsActive(first.access())).isTrue();
    }

    @Test
    void aReplayAtTheOtherEndsTheFamilyAtBoth() {
        var first = notes.tokensFor(ada, browser, "openid offline_access");
        var second = notes.refreshed(first.refresh());
        clock.pass(Duration.ofSeconds(11));

        there(notes).refreshes(first.refresh()).expect(400);

        notes.refreshes(second.refresh()).expect(400);
        notes.asksUserInfo(second.access()).expect(401);
        there(notes).asksUserInfo(first.access()).expect(401);
    }

    @Test
    void aRetryAtTheOtherGetsASibling() {
        var first = notes.tokensFor(ada, browser, "openid");
        notes.refreshed(first.refresh());

        var again = there(notes).refreshed(first.refresh());

        notes.refreshes(again.refresh()).expect(200);
    }

    @Test
    void ofTwentyThatComeToBothAtOnceOneIsFirstAndThreeAreRetries() {
        for (int round = 0; round < 10; round++) {
            var token = trusted.tokensFor(ada, browser, "openid").refresh();

            var answers = atBoth(app -> app.refreshes(token).status(), trusted);

            // The first, three retries; the fifth was one too many and ended the family.
            assertThat(answers).filteredOn(status -> status == 200).hasSize(4);
            assertThat(answers).filteredOn(status -> status == 400).hasSize(AT_ONCE - 4);
        }
    }

    @Test
    void aCodeIsRedeemedOnceAtEither() {
        for (int round = 0; round < 10; round++) {
            var ask = trusted.asks("openid");
            var code = trusted.codeFor(ada, browser, ask);

            var answers = atBoth(app -> app.redeems(code, ask).status(), trusted);

            assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        }
    }

    @Test
    void signingOutAtOneIsHeardAtTheOther() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        browser.signOut();

        there(notes).refreshes(tokens.refresh()).expect(400);
        there(notes).asksUserInfo(tokens.access()).expect(401);
    }

    @Test
    void whatOneChangesAboutAClientTheOtherKnowsInFiveSeconds() {
        var photos = machine.named("photos");
        put(photos, photos.secret());
        there(photos).asksForItself("").expect(200);
        photos.asksForItself("").expect(200);

        put(photos, "another secret, which is long enough too");
        photos.asksForItself("").expect(401);
        clock.pass(Recent.AGE);
        there(photos).asksForItself("").expect(401);

        put(photos, photos.secret());
        there(photos).asksForItself("").expect(401);
        clock.pass(Recent.AGE);
        there(photos).asksForItself("").expect(200);

        clients.remove(photos.clientId());
        photos.asksForItself("").expect(401);
        there(photos).asksForItself("").expect(401);
    }

    private void put(App app, String secret) {
        clients.put(
                app.clientId(),
                ClientMetadata.parse("{\"grant_types\": [\"client_credentials\"]}"),
                List.of(new ClientSecret(secret, null)));
    }

    private interface Call {
        int by(App app);
    }

    private static List<Integer> atBoth(Call call, App app) {
        var turn = new AtomicInteger();
        return AtOnce.call(
                AT_ONCE, () -> call.by(turn.getAndIncrement() % 2 == 0 ? app : there(app)));
    }

    private static App there(App app) {
        return app.at(node.address());
    }
}
