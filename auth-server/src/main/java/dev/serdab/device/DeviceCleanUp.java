package dev.serdab.device;

import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeviceCleanUp {

    @Bean
    ExpiringTable endedDeviceAuthorizations() {
        return new ExpiringTable("device_authorization", "device_code_hash", "purge_at");
    }
}
