package dev.serdab.signingkey;

import dev.serdab.sealing.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signing keys lie sealed. */
@Configuration(proxyBeanMethods = false)
class KeySealing {

    @Bean
    SealedColumn sealedSigningKeys() {
        return new SealedColumn("signing_key", "kid", "sealed_jwk");
    }
}
