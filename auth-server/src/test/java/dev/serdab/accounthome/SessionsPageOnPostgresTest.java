package dev.serdab.accounthome;

import dev.serdab.testing.OnPostgres;

class SessionsPageOnPostgresTest extends SessionsPageTest implements OnPostgres {}
