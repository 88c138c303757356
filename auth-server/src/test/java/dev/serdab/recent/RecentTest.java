package dev.serdab.recent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class RecentTest {

    private static final Duration ALMOST = Recent.AGE.minusMillis(1);

    private final Recent<String, String> recent = new Recent<>(this::now);
    private final Map<String, String> table = new HashMap<>(Map.of("a", "old"));
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private int lookUps;

    @Test
    void aValueIsLookedUpOnceInFiveSeconds() {
        assertThat(find("a")).hasValue("old");
        table.put("a", "new");
        pass(ALMOST);
        assertThat(find("a")).hasValue("old");
        pass(Duration.ofMillis(1));
        assertThat(find("a")).hasValue("new");
        assertThat(lookUps).isEqualTo(2);
    }

    @Test
    void aChangeOfThisNodeIsSeenAtOnce() {
        find("a");
        table.put("a", "new");
        recent.changed();
        assertThat(find("a")).hasValue("new");
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        recent.find(
                "a",
                key -> {
                    recent.changed();
                    return Optional.of("old");
                });
        table.put("a", "new");
        assertThat(find("a")).hasValue("new");
    }

    @Test
    void aChangeIsSeenOnceItsTransactionEnds() {
        TransactionSynchronizationManager.initSynchronization();
        recent.changed();
        assertThat(find("a")).as("what others still see").hasValue("old");
        table.put("a", "new");
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(end -> end.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        TransactionSynchronizationManager.clear();
        assertThat(find("a")).hasValue("new");
    }

    @Test
    void whatIsNotThereIsAskedForAgain() {
        assertThat(find("b")).isEmpty();
        table.put("b", "there now");
        assertThat(find("b")).hasValue("there now");
    }

    @Test
    void aClockThatIsSetBackKeepsNothingForever() {
        find("a");
        pass(Duration.ofHours(-1));
        find("a");
        assertThat(lookUps).isEqualTo(2);
    }

    @Test
    void itsSizeIsBounded() {
        for (int i = 0; i < 5_000; i++) {
            table.put("key" + i, "value");
            find("key" + i);
        }
        find("key0");
        assertThat(lookUps).as("the first was forgotten meanwhile").isEqualTo(5_001);
    }

    private Instant now() {
        return now;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private Optional<String> find(String key) {
        return recent.find(
                key,
                wanted -> {
                    lookUps++;
                    return Optional.ofNullable(table.get(wanted));
                });
    }
}
