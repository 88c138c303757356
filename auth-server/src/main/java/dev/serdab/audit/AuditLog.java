package dev.serdab.audit;

import dev.serdab.account.AccountId;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.util.Arrays;

/** Remembers what happened. */
@Component
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int LONGEST_DETAIL = 400;

    private final JdbcClient db;
    private final Clock clock;
    private final AuditSettings settings;

    AuditLog(JdbcClient db, Clock clock, AuditSettings settings) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    /** Writes an event, in the transaction that is open. */
    public void add(AuditEvent event) {
        var now = clock.instant();
        var circumstances = Circumstances.now(settings.addresses());
        db.sql(
                        """
                        insert into audit_event
                          (happened_at, kind, account_id, client_id, by_account_id, detail, request_id, address, purge_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        Arrays.asList(
                                SqlTime.of(now),
                                event.kind().name(),
                                number(event.account()),
                                event.clientId(),
                                number(circumstances.by()),
                                shortened(event.detail()),
                                circumstances.requestId(),
                                circumstances.address(),
                                SqlTime.of(now.plus(settings.retention()))))
                .update();
        afterCommit(() -> say(event, circumstances));
    }

    private static void say(AuditEvent event, Circumstances circumstances) {
        LOG.info(
                "{} account={} client={} by={} address={} detail=\"{}\"",
                event.kind(),
                orDash(event.account()),
                orDash(event.clientId()),
                orDash(circumstances.by()),
                orDash(circumstances.address()),
                event.detail() == null ? "" : event.detail());
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }

    private static @Nullable Long number(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, LONGEST_DETAIL);
    }

    private static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
