package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.serdab.account.Account;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

import java.util.stream.Stream;

/** What is asked most often asks the database little. */
@TestPropertySource(
        properties = {
            "serdab.bootstrap.clients[5].client-id=robot",
            "serdab.bootstrap.clients[5].client-secret=the secret of robot, which is long enough",
            "serdab.bootstrap.clients[5].grant-types=client_credentials",
            "serdab.bootstrap.clients[5].scope=notes.read",
            "serdab.bootstrap.clients[5].stateless-tokens=true"
        })
class StatementsTest extends ProtocolTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final ListAppender<ILoggingEvent> statements = new ListAppender<>();

    private Account ada;

    @BeforeEach
    void listen() {
        ada = people.registered("ada@example.org");
        statements.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(statements);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(statements);
        log.setLevel(null);
    }

    @Test
    void aServicesTokenCostsARowOrNone() {
        assertThat(costOf(() -> machine.asksForItself("").expect(200))).isEqualTo(1);
        assertThat(costOf(() -> machine.named("robot").asksForItself("").expect(200))).isZero();
    }

    @Test
    void aRefreshLooksExchangesAndStores() {
        var first = notes.tokensFor(ada, browser, "openid");

        assertThat(costOf(() -> notes.refreshed(first.refresh()))).isEqualTo(3);
    }

    @Test
    void introspectionAndUserinfoLookTheTokenUpOnce() {
        var token = notes.tokensFor(ada, browser, "openid").access();
        var stateless = machine.named("robot").asksForItself("").text("access_token");

        assertThat(costOf(() -> notes.introspects(token).expect(200))).isEqualTo(1);
        assertThat(costOf(() -> notes.introspects(stateless).expect(200))).isEqualTo(1);
        assertThat(costOf(() -> notes.asksUserInfo(token).expect(200))).isEqualTo(1);
    }

    @Test
    void givingBackEnds() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        assertThat(costOf(() -> notes.revokes(tokens.access()).expect(200))).isEqualTo(1);
        assertThat(costOf(() -> notes.revokes(tokens.refresh()).expect(200))).isEqualTo(3);
    }

    /** Of clients that asked a moment ago, too. */
    private int costOf(Runnable request) {
        Stream.of(notes, machine, machine.named("robot"))
                .forEach(client -> client.introspects("nothing").expect(200));
        statements.list.clear();
        request.run();
        return (int)
                statements.list.stream()
                        .filter(line ->
                                line.getFormattedMessage()
                                        .startsWith("Executing prepared SQL statement ["))
                        .count();
    }
}
