package dev.serdab.userinfo;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class UserInfoOnPostgresTest extends UserInfoTest implements OnPostgres {}
