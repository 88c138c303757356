package dev.serdab.jwt;

import dev.serdab.signingkey.SignedLifetime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys are kept for as long as one of a pair is good. */
@Configuration(proxyBeanMethods = false)
class JwtLifetimes {

    @Bean
    SignedLifetime accountAccessLifetime(JwtSettings settings) {
        return new SignedLifetime(settings.accessTokenLifetime());
    }

    @Bean
    SignedLifetime accountRefreshLifetime(JwtSettings settings) {
        return new SignedLifetime(settings.refreshTokenLifetime());
    }
}
