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
        @DefaultValue({"similarity", "length", "common", "numeric"}) List<Rule> validators) {

    /** A rule by the name that settings give it. */
    enum Rule {
        /** Not too like the address, or a part of it. */
        SIMILARITY,
        /** At least eight characters. */
        LENGTH,
        /** Not one that very many people have. */
        COMMON,
        /** Not digits alone. */
        NUMERIC
    }
}
