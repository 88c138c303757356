package dev.serdab.emailchange;

import dev.serdab.testing.OnPostgres;

class EmailChangeOnPostgresTest extends EmailChangeTest implements OnPostgres {}
