package dev.serdab.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0",
        "::ffff:192.0.2.77, 192.0.2.0",
        "example.com, ''"
    })
    void anAddressTellsTheProviderNotTheHousehold(String address, String kept) {
        assertThat(NetworkAddress.shortened(address)).isEqualTo(kept);
    }
}
