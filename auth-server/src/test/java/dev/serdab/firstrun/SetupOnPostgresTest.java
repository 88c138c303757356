package dev.serdab.firstrun;

import dev.serdab.testing.OnPostgres;

class SetupOnPostgresTest extends SetupTest implements OnPostgres {}
