package dev.serdab.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The network address of whoever asks, as {@code serdab.audit.addresses} lets it be kept. */
@Component
public class CallerAddress {

    private final AuditSettings settings;

    CallerAddress(AuditSettings settings) {
        this.settings = settings;
    }

    /** That of the request which is being answered. */
    public @Nullable String now() {
        return Circumstances.now(settings.addresses()).address();
    }
}
