package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class MachineTokenOnPostgresTest extends MachineTokenTest implements OnPostgres {}
