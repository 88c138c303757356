package dev.serdab.device;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.OnPostgres;

@FullMatrix
class DeviceGrantOnPostgresTest extends DeviceGrantTest implements OnPostgres {}
