package dev.serdab.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.test.context.DynamicPropertyRegistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;

/** One PostgreSQL for the whole test run, a new database in it for each server. */
public final class Postgres {

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();
    }

    private Postgres() {}

    /** Makes a database and points the server at it. */
    public static void properties(DynamicPropertyRegistry settings) {
        var url = newDatabase();
        settings.add("spring.datasource.url", () -> url);
        settings.add("spring.datasource.username", () -> "postgres");
        settings.add("spring.datasource.password", () -> "");
    }

    /** A new, empty database's JDBC address; user {@code postgres}, no password. */
    public static String newDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Holder.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Holder.SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
