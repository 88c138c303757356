package dev.serdab.testing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** What the tests do to the database behind the server's back. */
@TestComponent
public class Database {

    private static final List<String> KEPT =
            List.of(
                    "flyway_schema_history",
                    "signing_key",
                    "oauth_client%",
                    "scope%",
                    "subject_salt");

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

    /**
     * Everything that is stored, as a thief might read it: text as it is, bytes in hex, in both
     * base64 alphabets, and as if they were text.
     */
    public String dump() {
        var dump = new StringBuilder();
        for (var table : tables()) {
            db.sql("select * from " + table)
                    .query(row -> {
                        int columns = row.getMetaData().getColumnCount();
                        dump.append(table);
                        for (int i = 1; i <= columns; i++) {
                            dump.append(" | ").append(cell(row, i));
                        }
                        dump.append('\n');
                    });
        }
        return dump.toString();
    }

    private static String cell(ResultSet row, int column) throws SQLException {
        boolean isBytes =
                switch (row.getMetaData().getColumnType(column)) {
                    case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
                    default -> false;
                };
        if (!isBytes) {
            return String.valueOf(row.getString(column));
        }
        var bytes = row.getBytes(column);
        return bytes == null
                ? "null"
                : String.join(
                        " ",
                        HexFormat.of().formatHex(bytes),
                        Base64.getEncoder().encodeToString(bytes),
                        Base64.getUrlEncoder().encodeToString(bytes),
                        new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static boolean matches(String table, String kept) {
        return kept.endsWith("%")
                ? table.startsWith(kept.substring(0, kept.length() - 1))
                : table.equals(kept);
    }
}
