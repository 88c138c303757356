package dev.serdab.sealing;

import dev.serdab.testing.Postgres;

import java.util.List;

class MasterKeyOnPostgresTest extends MasterKeyTest {

    @Override
    List<String> storage() {
        return List.of(
                "spring.datasource.url=" + Postgres.newDatabase(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=");
    }
}
