package dev.serdab.account;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class AccountsOnPostgresTest extends AccountsTest implements OnPostgres {}
