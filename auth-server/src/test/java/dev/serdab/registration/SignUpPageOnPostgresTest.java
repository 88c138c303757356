package dev.serdab.registration;

import dev.serdab.testing.OnPostgres;

class SignUpPageOnPostgresTest extends SignUpPageTest implements OnPostgres {}
