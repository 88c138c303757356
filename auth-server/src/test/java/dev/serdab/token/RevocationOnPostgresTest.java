package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class RevocationOnPostgresTest extends RevocationTest implements OnPostgres {}
