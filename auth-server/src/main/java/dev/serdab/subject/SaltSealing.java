package dev.serdab.subject;

import dev.serdab.sealing.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SaltSealing {

    @Bean
    SealedColumn sealedSalt() {
        return new SealedColumn("subject_salt", "name", "sealed_salt");
    }
}
