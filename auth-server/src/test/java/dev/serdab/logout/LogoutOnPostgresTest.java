package dev.serdab.logout;

import dev.serdab.testing.OnPostgres;

class LogoutOnPostgresTest extends LogoutTest implements OnPostgres {}
