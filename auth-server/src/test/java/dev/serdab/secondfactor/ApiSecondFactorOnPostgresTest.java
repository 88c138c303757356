package dev.serdab.secondfactor;

import dev.serdab.testing.OnPostgres;

class ApiSecondFactorOnPostgresTest extends ApiSecondFactorTest implements OnPostgres {}
