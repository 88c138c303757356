package dev.serdab.password;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * What a new password must keep.
 *
 * @param validators which rules, in the order their messages shall have; an empty list for none
 */
@ConfigurationProperties("serdab.password")
record PasswordSettings(
        @DefaultValue({"similarity", "length", "common", "numeric"})
                List<PasswordRule> validators) {}
