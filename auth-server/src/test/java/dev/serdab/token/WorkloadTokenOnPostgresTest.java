package dev.serdab.token;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class WorkloadTokenOnPostgresTest extends WorkloadTokenTest implements OnPostgres {}
