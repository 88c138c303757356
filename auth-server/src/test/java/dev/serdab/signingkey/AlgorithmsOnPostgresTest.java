package dev.serdab.signingkey;

import dev.serdab.testing.OnPostgres;

class AlgorithmsOnPostgresTest extends AlgorithmsTest implements OnPostgres {}
