package dev.serdab.doors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** How long requests take is measured once each, as a whole, and not again in every filter. */
@Configuration(proxyBeanMethods = false)
class DoorMetrics {

    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }
}
