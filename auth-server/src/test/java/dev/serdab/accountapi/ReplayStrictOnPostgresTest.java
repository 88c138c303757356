package dev.serdab.accountapi;

import dev.serdab.testing.OnPostgres;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "tests.matrix", matches = "full")
class ReplayStrictOnPostgresTest extends ReplayStrictTest implements OnPostgres {}
