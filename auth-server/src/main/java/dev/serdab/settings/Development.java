package dev.serdab.settings;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Tells a developer's machine from a server that others reach. */
public final class Development implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** The opposite. */
    static final class Off implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !isOn(context.getEnvironment());
        }
    }

    /** Whether the development comforts exist. */
    public static boolean isOn(Environment environment) {
        var issuer = environment.getProperty("serdab.issuer", "http://localhost:9000");
        return Issuer.of(issuer).isLoopback() && !environment.acceptsProfiles(Profiles.of("prod"));
    }
}
