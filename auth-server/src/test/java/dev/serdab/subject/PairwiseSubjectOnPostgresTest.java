package dev.serdab.subject;

import dev.serdab.testing.OnPostgres;

class PairwiseSubjectOnPostgresTest extends PairwiseSubjectTest implements OnPostgres {}
