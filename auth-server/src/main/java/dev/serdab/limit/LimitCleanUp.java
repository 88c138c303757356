package dev.serdab.limit;

import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitCleanUp {

    @Bean
    ExpiringTable endedWindows() {
        return new ExpiringTable("rate_limit", "key_hash", "window_ends_at");
    }
}
