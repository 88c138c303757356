import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the benchmark does in a server's database, past the server. */
final class Rows {

    private static final int BATCH = 5_000;

    private final String url;
    private final String user;

    Rows(Serdab serdab) {
        this.url = serdab.databaseUrl();
        this.user = serdab.databaseUser();
    }

    /** So many live grants with an access token and a refresh token each. */
    void addGrants(int grants) throws SQLException {
        try (var database = open();
                var grant =
                        database.prepareStatement(
                                """
                                insert into oauth_grant
                                  (id, client_id, account_id, scopes, session_id, is_offline, auth_time, factors,
                                   created_at, purge_at)
                                select ?, ?, id, 'openid offline_access', ?, true, ?, 'PASSWORD', ?, ?
                                  from account where email = ?\
                                """);
                var token =
                        database.prepareStatement(
                                """
                                insert into oauth_token
                                  (hash, kind, grant_id, client_id, scopes, status, siblings, issued_at, expires_at,
                                   purge_at)
                                values (?, ?, ?, ?, 'openid offline_access', 'active', 0, ?, ?, ?)\
                                """)) {
            database.setAutoCommit(false);
            for (int i = 1; i <= grants; i++) {
                var id = UUID.randomUUID();
                addGrant(grant, id);
                addToken(token, "access", id);
                addToken(token, "refresh", id);
                if (i % BATCH == 0 || i == grants) {
                    grant.executeBatch();
                    token.executeBatch();
                    database.commit();
                }
            }
            database.setAutoCommit(true);
            try (var statement = database.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    /** How many rows each of our tables has. */
    Map<String, Long> count() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (var database = open();
                var statement = database.createStatement();
                var tables =
                        database.getMetaData()
                                .getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                try (var count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    counts.put(table, count.getLong(1));
                }
            }
        }
        return counts;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    private static void addGrant(PreparedStatement statement, UUID id) throws SQLException {
        var now = Instant.now();
        statement.setObject(1, id);
        statement.setString(2, Target.CLIENT);
        statement.setObject(3, UUID.randomUUID());
        statement.setTimestamp(4, Timestamp.from(now));
        statement.setTimestamp(5, Timestamp.from(now));
        statement.setTimestamp(6, inAMonth(now));
        statement.setString(7, Target.PERSON);
        statement.addBatch();
    }

    private static void addToken(PreparedStatement statement, String kind, UUID grant)
            throws SQLException {
        var now = Instant.now();
        statement.setBytes(1, randomHash());
        statement.setString(2, kind);
        statement.setObject(3, grant);
        statement.setString(4, Target.CLIENT);
        statement.setTimestamp(5, Timestamp.from(now));
        statement.setTimestamp(6, inAMonth(now));
        statement.setTimestamp(7, inAMonth(now));
        statement.addBatch();
    }

    private static Timestamp inAMonth(Instant now) {
        return Timestamp.from(now.plusSeconds(30L * 24 * 3600));
    }

    private static byte[] randomHash() {
        var bytes = ByteBuffer.allocate(32);
        for (int i = 0; i < 2; i++) {
            var random = UUID.randomUUID();
            bytes.putLong(random.getMostSignificantBits());
            bytes.putLong(random.getLeastSignificantBits());
        }
        return bytes.array();
    }
}
