package dev.serdab.profile;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class ProfileOnPostgresTest extends ProfileTest implements OnPostgres {}
