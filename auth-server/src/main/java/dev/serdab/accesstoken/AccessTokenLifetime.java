package dev.serdab.accesstoken;

import dev.serdab.grant.TokenSettings;
import dev.serdab.signingkey.SignedLifetime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys are kept for as long as an access token is good. */
@Configuration(proxyBeanMethods = false)
class AccessTokenLifetime {

    @Bean
    SignedLifetime accessTokenLifetime(TokenSettings settings) {
        return new SignedLifetime(settings.accessTokenLifetime());
    }
}
