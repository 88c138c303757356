package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.App;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** An app gives back what it does not need (RFC 7009). */
class RevocationTest extends ProtocolTest {

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void anAccessTokenGoesAlone() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        notes.revokes(tokens.access()).expect(200);

        notes.asksUserInfo(tokens.access()).expect(401);
        assertThat(notes.findsActive(tokens.access())).isFalse();
        notes.refreshes(tokens.refresh()).expect(200);
    }

    @Test
    void aRefreshTokenTakesItsWholeGrantAlong() {
        for (var app : new App[] {notes, mobile}) {
            var first = app.tokensFor(ada, browser, "openid offline_access");
            var second = app.refreshed(first.refresh());

            app.revokes(second.refresh()).expect(200);

            app.asksUserInfo(first.access()).expect(401);
            app.asksUserInfo(second.access()).expect(401);
            app.refreshes(second.refresh()).expect(400);
        }
    }

    @Test
    void anOldRefreshTokenDoesSoToo() {
        var first = notes.tokensFor(ada, browser, "openid");
        var second = notes.refreshed(first.refresh());

        notes.revokes(first.refresh()).expect(200);

        notes.refreshes(second.refresh()).expect(400);
    }

    @Test
    void anothersTokenStaysAsItIs() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        mobile.revokes(tokens.access()).expect(200);
        trusted.revokes(tokens.refresh()).expect(200);

        notes.asksUserInfo(tokens.access()).expect(200);
        notes.refreshes(tokens.refresh()).expect(200);
    }

    @Test
    void givingBackTwiceOrNothingIsFine() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        notes.revokes(tokens.access()).expect(200);
        notes.revokes(tokens.access()).expect(200);
        notes.revokes("nonsense").expect(200);
        notes.revokes("\u0000").expect(200);
    }

    @Test
    void aWrongHintOrAnUnknownOneDoesNotMatter() {
        for (var hint : new String[] {"access_token", "refresh_token", "nonsense"}) {
            var tokens = notes.tokensFor(ada, browser, "openid");

            notes.calls(
                            "/oauth2/revoke",
                            Map.of("token", tokens.refresh(), "token_type_hint", hint))
                    .expect(200);

            notes.refreshes(tokens.refresh()).expect(400);
        }
    }
}
