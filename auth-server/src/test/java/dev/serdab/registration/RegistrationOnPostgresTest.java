package dev.serdab.registration;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class RegistrationOnPostgresTest extends RegistrationTest implements OnPostgres {}
