package dev.serdab.testing;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a {@link ServerTest} implements that runs on PostgreSQL; all of them share a server. */
public interface OnPostgres {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        Postgres.properties(settings);
    }
}
