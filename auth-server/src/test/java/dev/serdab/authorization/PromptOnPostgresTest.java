package dev.serdab.authorization;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class PromptOnPostgresTest extends PromptTest implements OnPostgres {}
