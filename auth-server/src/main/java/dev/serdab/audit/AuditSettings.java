package dev.serdab.audit;

import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What is remembered of what happened.
 *
 * @param retention for how long
 * @param addresses whether network addresses are kept {@code full}, {@code shortened} (IPv4 to its
 *     /24, IPv6 to its /48) or not at all ({@code none})
 */
@ConfigurationProperties("serdab.audit")
record AuditSettings(
        @DefaultValue("180d") Duration retention, @DefaultValue("shortened") Addresses addresses) {

    enum Addresses {
        FULL,
        SHORTENED,
        NONE
    }

    AuditSettings {
        if (!retention.isPositive()) {
            throw new WrongSetting(
                    "serdab.audit.retention",
                    "is \"%s\": write a time longer than 0s, such as 180d".formatted(retention));
        }
    }
}
