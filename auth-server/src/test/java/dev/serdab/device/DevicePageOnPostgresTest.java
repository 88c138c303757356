package dev.serdab.device;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class DevicePageOnPostgresTest extends DevicePageTest implements OnPostgres {}
