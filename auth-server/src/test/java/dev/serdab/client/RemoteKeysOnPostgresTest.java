package dev.serdab.client;

import dev.serdab.testing.OnPostgres;

class RemoteKeysOnPostgresTest extends RemoteKeysTest implements OnPostgres {}
