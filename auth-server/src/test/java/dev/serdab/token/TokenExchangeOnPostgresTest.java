package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class TokenExchangeOnPostgresTest extends TokenExchangeTest implements OnPostgres {}
