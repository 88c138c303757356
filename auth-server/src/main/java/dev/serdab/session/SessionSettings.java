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
 * @param stepUpAfter how old a sign-in may be for pages that change how somebody gets in
 */
@ConfigurationProperties("serdab.session")
record SessionSettings(
        @DefaultValue("12h") Duration idleLifetime,
        @DefaultValue("7d") Duration lifetime,
        @DefaultValue("10m") Duration stepUpAfter) {

    SessionSettings {
        if (!idleLifetime.isPositive() || lifetime.compareTo(idleLifetime) < 0) {
            throw new WrongSetting(
                    "serdab.session.lifetime",
                    "is shorter than serdab.session.idle-lifetime: write a longer one such as 7d");
        }
        if (!stepUpAfter.isPositive()) {
            throw new WrongSetting(
                    "serdab.session.step-up-after",
                    "is \"%s\": write a time longer than 0s, such as 10m".formatted(stepUpAfter));
        }
    }
}
