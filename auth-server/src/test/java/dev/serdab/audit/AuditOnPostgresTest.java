package dev.serdab.audit;

import dev.serdab.testing.OnPostgres;

class AuditOnPostgresTest extends AuditTest implements OnPostgres {}
