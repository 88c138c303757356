package dev.serdab.cleanup;

import dev.serdab.sqltime.SqlTime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What operators watch: {@code serdab.cleanup.overdue} stays below a few minutes while clean-up
 * keeps pace.
 */
@Component
class CleanUpMetrics {

    private static final String TABLE = "table";

    private final MeterRegistry meters;
    private final JdbcClient db;
    private final Clock clock;

    CleanUpMetrics(MeterRegistry meters, JdbcClient db, Clock clock, List<ExpiringTable> tables) {
        this.meters = meters;
        this.db = db;
        this.clock = clock;
        for (var table : tables) {
            Gauge.builder("serdab.cleanup.overdue", () -> overdue(table).toMillis() / 1000.0)
                    .description("How long ago the oldest row that is still there ended")
                    .baseUnit("seconds")
                    .tag(TABLE, table.table())
                    .register(meters);
        }
    }

    void deleted(ExpiringTable table, int rows) {
        Counter.builder("serdab.cleanup.deleted")
                .description("Ended rows that this node deleted")
                .baseUnit("rows")
                .tag(TABLE, table.table())
                .register(meters)
                .increment(rows);
    }

    private Duration overdue(ExpiringTable table) {
        var now = clock.instant();
        return db.sql(
                        "select %2$s from %1$s where %2$s < ? order by %2$s limit 1"
                                .formatted(table.table(), table.endsAt()))
                .param(SqlTime.of(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(end -> Duration.between(end.toInstant(), now))
                .orElse(Duration.ZERO);
    }
}
