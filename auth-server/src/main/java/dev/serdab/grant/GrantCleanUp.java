package dev.serdab.grant;

import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GrantCleanUp {

    @Bean
    ExpiringTable endedTokens() {
        return new ExpiringTable("oauth_token", "hash", "purge_at");
    }

    @Bean
    ExpiringTable endedGrants() {
        return new ExpiringTable("oauth_grant", "id", "purge_at");
    }
}
