package dev.serdab.signin;

import dev.serdab.testing.OnPostgres;

class SignInOnPostgresTest extends SignInTest implements OnPostgres {}
