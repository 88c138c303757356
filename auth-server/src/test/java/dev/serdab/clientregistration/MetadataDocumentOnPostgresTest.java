package dev.serdab.clientregistration;

import dev.serdab.testing.OnPostgres;

class MetadataDocumentOnPostgresTest extends MetadataDocumentTest implements OnPostgres {}
