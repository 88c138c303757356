package dev.serdab.authorization;

import dev.serdab.testing.OnPostgres;

class AtTheSameMomentOnPostgresTest extends AtTheSameMomentTest implements OnPostgres {}
