package dev.serdab.cleanup;

import dev.serdab.sqltime.SqlTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Collections;
import java.util.List;

/**
 * Deletes ended rows of every table, a batch per transaction, so that no lock is held for long. A
 * row that another node is deleting, or that is in use, is left alone until the next run, so that
 * nobody waits for anybody.
 */
@Component
public class CleanUp {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final Clock clock;
    private final List<ExpiringTable> tables;
    private final CleanUpMetrics metrics;
    private final TransactionTemplate transaction;

    CleanUp(
            JdbcClient db,
            Clock clock,
            List<ExpiringTable> tables,
            CleanUpMetrics metrics,
            TransactionTemplate transaction) {
        this.db = db;
        this.clock = clock;
        this.tables = tables;
        this.metrics = metrics;
        this.transaction = transaction;
    }

    /** Deletes what has ended by now, whatever it takes. */
    public void run() {
        tables.forEach(this::empty);
    }

    private void empty(ExpiringTable table) {
        try {
            int deleted;
            do {
                deleted = transaction.execute(_ -> deleteBatch(table));
                metrics.deleted(table, deleted);
            } while (deleted == BATCH);
        } catch (DataAccessException | TransactionException e) {
            // The next run tries again; the other tables need not wait for it.
            LOG.warn("Ended rows of {} could not be deleted.", table.table(), e);
        }
    }

    /** In two steps: in one, H2 would look for the batch again after every row of it. */
    private int deleteBatch(ExpiringTable table) {
        var keys =
                db.sql(
                                """
                                select %s from %s where %s < ? order by %3$s limit %d
                                   for update skip locked\
                                """
                                        .formatted(
                                                table.key(), table.table(), table.endsAt(), BATCH))
                        .param(SqlTime.of(clock.instant()))
                        .query((row, number) -> row.getObject(1))
                        .list();
        if (keys.isEmpty()) {
            return 0;
        }
        var places = String.join(", ", Collections.nCopies(keys.size(), "?"));
        return db.sql(
                        "delete from %s where %s in (%s)"
                                .formatted(table.table(), table.key(), places))
                .params(keys)
                .update();
    }
}
