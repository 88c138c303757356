package dev.serdab.authorization;

import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PendingCleanUp {

    @Bean
    ExpiringTable forgottenRequests() {
        return new ExpiringTable("pending_authorization", "handle_hash", "ends_at");
    }
}
