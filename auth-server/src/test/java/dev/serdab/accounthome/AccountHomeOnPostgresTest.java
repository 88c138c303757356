package dev.serdab.accounthome;

import dev.serdab.testing.OnPostgres;

class AccountHomeOnPostgresTest extends AccountHomeTest implements OnPostgres {}
