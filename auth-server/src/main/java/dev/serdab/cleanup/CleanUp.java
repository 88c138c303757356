package dev.serdab.cleanup;

import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Deletes ended rows of every table, a batch per transaction, so that no lock is held for long. */
@Component
public class CleanUp {

    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final Clock clock;
    private final List<ExpiringTable> tables;

    CleanUp(JdbcClient db, Clock clock, List<ExpiringTable> tables) {
        this.db = db;
        this.clock = clock;
        this.tables = tables;
    }

    /** Deletes what has ended by now, whatever it takes. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public void run() {
        tables.forEach(this::empty);
    }

    private void empty(ExpiringTable table) {
        int deleted;
        do {
            deleted = deleteBatch(table);
        } while (deleted == BATCH);
    }

    private int deleteBatch(ExpiringTable table) {
        var statement =
                """
                delete from %1$s where %2$s in (
                  select %2$s from %1$s where %3$s < ? order by %3$s limit %4$d)\
                """
                        .formatted(table.table(), table.key(), table.endsAt(), BATCH);
        return db.sql(statement).param(SqlTime.of(clock.instant())).update();
    }
}
