package dev.serdab.authorization;

import dev.serdab.testing.OnPostgres;

class AuthorizationRequestOnPostgresTest extends AuthorizationRequestTest implements OnPostgres {}
