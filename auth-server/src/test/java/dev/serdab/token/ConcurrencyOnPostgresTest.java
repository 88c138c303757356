package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class ConcurrencyOnPostgresTest extends ConcurrencyTest implements OnPostgres {}
