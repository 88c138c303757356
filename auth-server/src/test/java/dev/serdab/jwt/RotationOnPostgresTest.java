package dev.serdab.jwt;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class RotationOnPostgresTest extends RotationTest implements OnPostgres {}
