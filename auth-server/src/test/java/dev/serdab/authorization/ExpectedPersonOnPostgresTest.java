package dev.serdab.authorization;

import dev.serdab.testing.OnPostgres;

class ExpectedPersonOnPostgresTest extends ExpectedPersonTest implements OnPostgres {}
