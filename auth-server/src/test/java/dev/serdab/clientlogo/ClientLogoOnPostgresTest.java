package dev.serdab.clientlogo;

import dev.serdab.testing.OnPostgres;

class ClientLogoOnPostgresTest extends ClientLogoTest implements OnPostgres {}
