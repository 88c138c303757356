package dev.serdab.secondfactor;

import dev.serdab.testing.OnPostgres;

class SecondStepOnPostgresTest extends SecondStepTest implements OnPostgres {}
