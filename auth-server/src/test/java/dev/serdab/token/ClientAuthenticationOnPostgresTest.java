package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class ClientAuthenticationOnPostgresTest extends ClientAuthenticationTest implements OnPostgres {}
