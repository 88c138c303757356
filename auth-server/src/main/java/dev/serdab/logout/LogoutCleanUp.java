package dev.serdab.logout;

import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LogoutCleanUp {

    @Bean
    ExpiringTable givenUpNotices() {
        return new ExpiringTable("logout_notice", "id", "ends_at");
    }
}
