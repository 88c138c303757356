package dev.serdab.limit;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class LimiterOnPostgresTest extends LimiterTest implements OnPostgres {}
