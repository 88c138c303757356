package dev.serdab.authorization;

import dev.serdab.testing.OnPostgres;

class ConsentOnPostgresTest extends ConsentTest implements OnPostgres {}
