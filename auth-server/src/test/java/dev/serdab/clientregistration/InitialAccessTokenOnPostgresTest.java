package dev.serdab.clientregistration;

import dev.serdab.testing.OnPostgres;

class InitialAccessTokenOnPostgresTest extends InitialAccessTokenTest implements OnPostgres {}
