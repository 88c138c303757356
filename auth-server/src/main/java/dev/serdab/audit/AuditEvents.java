package dev.serdab.audit;

import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What operators see at {@code /actuator/auditevents}: the newest events, newest first, by account
 * ({@code principal}), kind ({@code type}) and time ({@code after}).
 */
@Component
class AuditEvents implements AuditEventRepository {

    private static final int MOST = 1000;

    private final JdbcClient db;

    AuditEvents(JdbcClient db) {
        this.db = db;
    }

    /** Spring's own events are not ours; ours come through {@link AuditLog}. */
    @Override
    public void add(AuditEvent event) {
        // They tell of filters and voters, not of what people and apps did.
    }

    @Override
    public List<AuditEvent> find(
            @Nullable String principal, @Nullable Instant after, @Nullable String type) {
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        if (principal != null) {
            conditions.add("account_id = ?");
            parameters.add(principal.matches("\\d{1,18}") ? Long.parseLong(principal) : -1L);
        }
        if (after != null) {
            conditions.add("happened_at > ?");
            parameters.add(SqlTime.of(after));
        }
        if (type != null) {
            conditions.add("kind = ?");
            parameters.add(type);
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return db.sql("select * from audit_event" + where + " order by id desc limit " + MOST)
                .params(parameters)
                .query(AuditEvents::read)
                .list();
    }

    private static AuditEvent read(ResultSet row, int number) throws SQLException {
        var account = row.getString("account_id");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        for (var column :
                List.of("client_id", "by_account_id", "detail", "request_id", "address")) {
            var value = row.getString(column);
            if (value != null) {
                data.put(column, value);
            }
        }
        return new AuditEvent(
                SqlTime.read(row, "happened_at"),
                account == null ? "" : account,
                row.getString("kind"),
                data);
    }

    @Configuration(proxyBeanMethods = false)
    static class Retention {

        @Bean
        ExpiringTable oldAuditEvents() {
            return new ExpiringTable("audit_event", "id", "purge_at");
        }
    }
}
