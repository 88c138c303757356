package dev.serdab.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.SignedAssertion;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.time.Duration;
import java.util.LinkedHashMap;

/** A client that shows its keys at an address of its own ({@code jwks_uri}, RFC 7591 §2). */
@Import(MovableClock.class)
class RemoteKeysTest extends ServerTest {

    private static final WebSite SITE = WebSite.started();
    private static final ClientKey FIRST = ClientKey.ec("first");
    private static final ClientKey SECOND = ClientKey.ec("second");

    /** Somebody else's, under the same name. */
    private static final ClientKey FOREIGN = ClientKey.ec("first");

    @Autowired MovableClock clock;

    @DynamicPropertySource
    static void register(DynamicPropertyRegistry settings) {
        var client = "serdab.bootstrap.clients[0].";
        settings.add(client + "client-id", () -> "robot");
        settings.add(client + "grant-types", () -> "client_credentials");
        settings.add(client + "token-endpoint-auth-method", () -> "private_key_jwt");
        settings.add(client + "jwks-uri", () -> SITE.at("/jwks"));
        settings.add("serdab.outbound.allowed-hosts", () -> "localhost");
    }

    @BeforeEach
    void showTheFirstKey() {
        SITE.startAnew();
        SITE.shows("/jwks", ClientKey.jwks(FIRST));
    }

    @Test
    void itsKeysAreFetchedOnceForManyRequests() {
        asks(FIRST).expect(200);
        asks(FIRST).expect(200);
        asks(FOREIGN).expect(401);

        assertThat(SITE.visits("/jwks")).isEqualTo(1);
    }

    @Test
    void severalRequestsAtOnceFetchThemOnce() throws Exception {
        var answers = AtOnce.call(3, () -> asks(FIRST).status());

        assertThat(answers).containsOnly(200);
        assertThat(SITE.visits("/jwks")).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotKnownYetIsLookedForButNotTooOften() {
        asks(FIRST).expect(200);
        SITE.shows("/jwks", ClientKey.jwks(FIRST, SECOND));
        asks(SECOND).expect(401);
        asks(SECOND).expect(401);
        assertThat(SITE.visits("/jwks")).isEqualTo(1);

        clock.pass(Duration.ofSeconds(30));

        asks(SECOND).expect(200);
        asks(FIRST).expect(200);
        assertThat(SITE.visits("/jwks")).isEqualTo(2);
    }

    @Test
    void aKeyThatIsShownNoLongerIsForgottenWithinAnHour() {
        asks(FIRST).expect(200);
        SITE.shows("/jwks", ClientKey.jwks(SECOND));
        asks(FIRST).expect(200);

        clock.pass(Duration.ofHours(1).plusSeconds(1));

        asks(FIRST).expect(401);
        asks(SECOND).expect(200);
    }

    @Test
    void whileItsSiteIsDownItsKeysStayGoodForADay() {
        asks(FIRST).expect(200);
        SITE.startAnew();

        clock.pass(Duration.ofHours(23));
        asks(FIRST).expect(200);

        clock.pass(Duration.ofHours(2));
        asks(FIRST).expect(401);
    }

    @Test
    void whatIsNoSetOfKeysIsNone() {
        for (var nonsense : new String[] {"", "[]", "{\"keys\": 1}", "{\"keys\": []}"}) {
            SITE.shows("/jwks", nonsense);
            asks(FIRST).expect(401);
            clock.pass(Duration.ofMinutes(1));
        }
    }

    private Answer asks(ClientKey key) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.putAll(SignedAssertion.of("robot", issuer, clock.instant(), "ES256", key).form());
        return app.post("/oauth2/token", form);
    }
}
