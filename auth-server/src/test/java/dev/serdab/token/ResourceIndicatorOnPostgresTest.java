package dev.serdab.token;

import dev.serdab.testing.OnPostgres;

class ResourceIndicatorOnPostgresTest extends ResourceIndicatorTest implements OnPostgres {}
