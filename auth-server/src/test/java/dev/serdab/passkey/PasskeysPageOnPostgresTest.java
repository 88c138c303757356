package dev.serdab.passkey;

import dev.serdab.testing.OnPostgres;

class PasskeysPageOnPostgresTest extends PasskeysPageTest implements OnPostgres {}
