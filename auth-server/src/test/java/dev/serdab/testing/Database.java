package dev.serdab.testing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** What the tests do to the database behind the server's back. */
@TestComponent
public class Database {

    private static final List<String> KEPT =
            List.of("flyway_schema_history", "signing_key", "oauth_client%", "scope%");

    private final JdbcClient db;

    Database(JdbcClient db) {
        this.db = db;
    }

    /** Deletes all rows but the schema's history, keys, clients and the scope catalogue. */
    public void empty() {
        tables().stream()
                .filter(table -> KEPT.stream().noneMatch(kept -> matches(table, kept)))
                .forEach(table -> db.sql("delete from " + table).update());
    }

    /** For what no interface shows. */
    public JdbcClient sql() {
        return db;
    }

    /** All our tables, children before their parents. */
    public List<String> tables() {
        return db.sql(
                        """
                        select table_name from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE'
                         order by case when table_name like 'account%' then 1 else 0 end, table_name desc\
                        """)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static boolean matches(String table, String kept) {
        return kept.endsWith("%")
                ? table.startsWith(kept.substring(0, kept.length() - 1))
                : table.equals(kept);
    }
}
