package dev.serdab.emailchange;

import dev.serdab.testing.OnPostgres;

class EmailMoveOnPostgresTest extends EmailMoveTest implements OnPostgres {}
