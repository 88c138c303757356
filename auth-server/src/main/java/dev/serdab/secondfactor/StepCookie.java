package dev.serdab.secondfactor;

import dev.serdab.page.HostCookie;
import dev.serdab.settings.ServerSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cookie of a sign-in that lacks its second factor. */
@Configuration(proxyBeanMethods = false)
class StepCookie {

    @Bean
    HostCookie stepCookie(ServerSettings settings) {
        return new HostCookie("second-step", HalfSignIns.LIFETIME, settings);
    }
}
