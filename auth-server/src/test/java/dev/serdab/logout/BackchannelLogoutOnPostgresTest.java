package dev.serdab.logout;

import dev.serdab.testing.OnPostgres;

class BackchannelLogoutOnPostgresTest extends BackchannelLogoutTest implements OnPostgres {}
