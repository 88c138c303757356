package dev.serdab.session;

import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionCleanUp {

    @Bean
    ExpiringTable endedSessions() {
        return new ExpiringTable("browser_session", "id", "ends_at");
    }

    @Bean
    ExpiringTable forgottenApps() {
        return new ExpiringTable("session_app", "id", "ends_at");
    }
}
