package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class RefreshTokenGrantOnPostgresTest extends RefreshTokenGrantTest implements OnPostgres {}
