package dev.serdab.client;

import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClientCleanUp {

    @Bean
    ExpiringTable usedClientAssertions() {
        return new ExpiringTable("used_client_assertion", "hash", "ends_at");
    }
}
