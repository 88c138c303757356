package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class ClientCredentialsGrantOnPostgresTest extends ClientCredentialsGrantTest
        implements OnPostgres {}
