package dev.serdab.revocation;

import dev.serdab.testing.OnPostgres;

class RevocationsOnPostgresTest extends RevocationsTest implements OnPostgres {}
