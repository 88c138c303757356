package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class ExchangeActorsOnPostgresTest extends ExchangeActorsTest implements OnPostgres {}
