package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class AuthorizationCodeGrantOnPostgresTest extends AuthorizationCodeGrantTest
        implements OnPostgres {}
