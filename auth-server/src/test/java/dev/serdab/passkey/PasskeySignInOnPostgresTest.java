package dev.serdab.passkey;

import dev.serdab.testing.OnPostgres;

class PasskeySignInOnPostgresTest extends PasskeySignInTest implements OnPostgres {}
