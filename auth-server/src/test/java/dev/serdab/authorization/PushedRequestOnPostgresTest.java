package dev.serdab.authorization;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class PushedRequestOnPostgresTest extends PushedRequestTest implements OnPostgres {}
