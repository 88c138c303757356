package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Second factors.
 *
 * @param requiredFor who must have one: {@code none}, {@code administrators} or {@code everyone}
 * @param trustBrowserFor how long a browser that its person trusts is not asked; 0s: always asked
 */
@ConfigurationProperties("serdab.second-factor")
record SecondFactorSettings(
        @DefaultValue("none") RequiredFor requiredFor,
        @DefaultValue("30d") Duration trustBrowserFor) {

    enum RequiredFor {
        NONE,
        ADMINISTRATORS,
        EVERYONE
    }

    SecondFactorSettings {
        if (trustBrowserFor.isNegative()) {
            throw new WrongSetting(
                    "serdab.second-factor.trust-browser-for",
                    "is \"%s\": write a time such as 30d, or 0s to ask always"
                            .formatted(trustBrowserFor));
        }
    }

    boolean requiresOf(Account account) {
        return switch (requiredFor) {
            case NONE -> false;
            case ADMINISTRATORS -> account.isAdmin() || account.isSuperuser();
            case EVERYONE -> true;
        };
    }

    boolean letsTrust() {
        return trustBrowserFor.isPositive();
    }
}
