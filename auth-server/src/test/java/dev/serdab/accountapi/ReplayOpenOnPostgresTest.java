package dev.serdab.accountapi;

import dev.serdab.testing.OnPostgres;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "tests.matrix", matches = "full")
class ReplayOpenOnPostgresTest extends ReplayOpenTest implements OnPostgres {}
