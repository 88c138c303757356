package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Postgres;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL. */
class PostgresOutboxTest extends OutboxTest {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry settings) {
        Postgres.properties(settings);
    }

    @Test
    void itIsPostgres() {
        assertThat(database.sql().sql("select version()").query(String.class).single())
                .startsWith("PostgreSQL");
    }
}
