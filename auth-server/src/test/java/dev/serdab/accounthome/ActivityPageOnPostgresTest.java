package dev.serdab.accounthome;

import dev.serdab.testing.OnPostgres;

class ActivityPageOnPostgresTest extends ActivityPageTest implements OnPostgres {}
