package dev.serdab.client;

import dev.serdab.testing.Postgres;

class ClientSecretsOnPostgresTest extends ClientSecretsTest {

    @Override
    String[] database() {
        return new String[] {
            "spring.datasource.url=" + Postgres.newDatabase(),
            "spring.datasource.username=postgres",
            "spring.datasource.password="
        };
    }
}
