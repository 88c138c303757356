package dev.serdab.logintoken;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class LoginTokenOnPostgresTest extends LoginTokenTest implements OnPostgres {}
