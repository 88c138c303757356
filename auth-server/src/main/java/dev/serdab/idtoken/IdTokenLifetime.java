package dev.serdab.idtoken;

import dev.serdab.grant.TokenSettings;
import dev.serdab.signingkey.SignedLifetime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys are kept for as long as an ID token is good. */
@Configuration(proxyBeanMethods = false)
class IdTokenLifetime {

    @Bean
    SignedLifetime idTokenLifetime(TokenSettings settings) {
        return new SignedLifetime(settings.idTokenLifetime());
    }
}
