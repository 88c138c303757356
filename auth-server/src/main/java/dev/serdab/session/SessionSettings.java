package dev.serdab.session;

import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long a browser stays signed in.
 *
 * @param idleLifetime without a visit to this server
 * @param lifetime in any case
 */
@ConfigurationProperties("serdab.session")
record SessionSettings(
        @DefaultValue("12h") Duration idleLifetime, @DefaultValue("7d") Duration lifetime) {

    SessionSettings {
        if (!idleLifetime.isPositive() || lifetime.compareTo(idleLifetime) < 0) {
            throw new WrongSetting(
                    "serdab.session.lifetime",
                    "is shorter than serdab.session.idle-lifetime: write a longer one such as 7d");
        }
    }
}
