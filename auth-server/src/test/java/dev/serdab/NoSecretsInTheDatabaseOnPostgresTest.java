package dev.serdab;

import dev.serdab.testing.OnPostgres;

class NoSecretsInTheDatabaseOnPostgresTest extends NoSecretsInTheDatabaseTest
        implements OnPostgres {}
