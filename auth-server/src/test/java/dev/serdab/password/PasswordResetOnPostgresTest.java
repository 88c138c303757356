package dev.serdab.password;

import dev.serdab.testing.OnPostgres;

class PasswordResetOnPostgresTest extends PasswordResetTest implements OnPostgres {}
