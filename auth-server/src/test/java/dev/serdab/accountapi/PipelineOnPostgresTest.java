package dev.serdab.accountapi;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class PipelineOnPostgresTest extends PipelineTest implements OnPostgres {}
