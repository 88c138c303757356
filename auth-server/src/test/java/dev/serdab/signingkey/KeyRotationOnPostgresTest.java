package dev.serdab.signingkey;

import dev.serdab.testing.OnPostgres;

class KeyRotationOnPostgresTest extends KeyRotationTest implements OnPostgres {}
