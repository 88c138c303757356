package dev.serdab.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A server that is used every day does not grow. */
@TestPropertySource(
        properties = {
            "serdab.audit.retention=30d",
            "serdab.tokens.refresh-token-absolute-lifetime=60d",
            "serdab.limits.sign-in-per-address=100000/1h"
        })
class YearTest extends ProtocolTest {

    /** Every so often the person signs in anew. */
    private static final int ROUND = 30;

    /** From then on as much goes as comes. */
    private static final int SETTLED = 7 * ROUND;

    private static final int YEAR = 12 * ROUND;

    @Autowired CleanUp cleanUp;

    @Test
    void aYearOfTokensLeavesTablesOfConstantSize() {
        var ada = people.registered("ada@example.org");
        var refresh = "";
        Map<String, Integer> settled = Map.of();
        for (int day = 1; day <= YEAR; day++) {
            if (day % ROUND == 1) {
                refresh =
                        notes.tokensFor(ada, new Browser(issuer), "openid offline_access")
                                .refresh();
            }
            for (int i = 0; i < 3; i++) {
                machine.asksForItself("").expect(200);
                refresh = notes.refreshed(refresh).refresh();
                clock.pass(Duration.ofHours(8));
            }
            cleanUp.run();
            if (day == SETTLED) {
                settled = rows();
            }
        }

        assertThat(rows()).isEqualTo(settled);
        assertThat(settled.get("oauth_token")).isBetween(60, 200);
    }

    /** How many each table has. The keys have their own test of how they come and go. */
    private Map<String, Integer> rows() {
        return database.tables().stream()
                .filter(table -> !table.equals("signing_key"))
                .collect(
                        Collectors.toMap(
                                table -> table, this::count, (one, _) -> one, TreeMap::new));
    }

    private int count(String table) {
        return database.sql().sql("select count(*) from " + table).query(Integer.class).single();
    }
}
