package dev.serdab.claim;

import dev.serdab.account.AccountId;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What accounts say about their people, a row for each attribute that is there. */
@Component
public class Attributes {

    private final JdbcClient db;
    private final Clock clock;

    Attributes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * All that one account says.
     *
     * @param updatedAt when any of it last changed, or the name, the address, or whether that is
     *     proved
     */
    public record Stored(Map<Attribute, String> values, Instant updatedAt) {}

    /** What an account says; of one that does not exist, nothing. */
    public Stored of(AccountId account) {
        return db.sql(
                        """
                        select coalesce(a.updated_at, a.created_at) as changed_at, t.name, t.content, t.updated_at
                          from account a left join account_attribute t on t.account_id = a.id
                         where a.id = ?\
                        """)
                .param(account.value())
                .query(Attributes::read);
    }

    /** Says something about somebody, or says it anew; the value was found good. */
    @Transactional
    public void put(AccountId account, Attribute attribute, String value) {
        db.sql("delete from account_attribute where account_id = ? and name = ?")
                .params(account.value(), attribute.claim())
                .update();
        db.sql(
                        """
                        insert into account_attribute (account_id, name, content, updated_at)
                        values (?, ?, ?, ?)\
                        """)
                .params(account.value(), attribute.claim(), value, SqlTime.of(clock.instant()))
                .update();
    }

    private static Stored read(ResultSet rows) throws SQLException {
        var values = new EnumMap<Attribute, String>(Attribute.class);
        var updatedAt = Instant.EPOCH;
        while (rows.next()) {
            updatedAt = later(updatedAt, SqlTime.read(rows, "changed_at"));
            var name = rows.getString("name");
            if (name != null) {
                var content = rows.getString("content");
                Attribute.of(name).ifPresent(attribute -> values.put(attribute, content));
                updatedAt = later(updatedAt, SqlTime.read(rows, "updated_at"));
            }
        }
        return new Stored(values, updatedAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
