package dev.serdab.signingkey;

import dev.serdab.testing.OnPostgres;

class KeyCommandsOnPostgresTest extends KeyCommandsTest implements OnPostgres {}
