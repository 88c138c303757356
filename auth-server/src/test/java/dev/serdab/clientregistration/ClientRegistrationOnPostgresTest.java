package dev.serdab.clientregistration;

import dev.serdab.testing.OnPostgres;

class ClientRegistrationOnPostgresTest extends ClientRegistrationTest implements OnPostgres {}
