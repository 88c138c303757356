package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class IntrospectionOnPostgresTest extends IntrospectionTest implements OnPostgres {}
