package dev.serdab.accountapi;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class OtherSettingsOnPostgresTest extends OtherSettingsTest implements OnPostgres {}
