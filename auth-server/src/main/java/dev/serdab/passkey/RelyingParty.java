package dev.serdab.passkey;

import dev.serdab.settings.ServerSettings;
import dev.serdab.settings.WrongSetting;

import org.springframework.stereotype.Component;

import java.util.Locale;

/** Who browsers know this server as when it asks for a passkey (WebAuthn Level 3 §4). */
@Component
class RelyingParty {

    private final String id;
    private final String origin;

    RelyingParty(PasskeySettings settings, ServerSettings server) {
        var issuer = server.checkedIssuer();
        var host = issuer.host().toLowerCase(Locale.ROOT);
        this.id = settings.rpId().isEmpty() ? host : settings.rpId();
        this.origin = issuer.origin().toLowerCase(Locale.ROOT);
        if (!id.equals(host) && !(host.endsWith("." + id) && id.contains("."))) {
            throw new WrongSetting(
                    "serdab.passkey.rp-id",
                    "is \"%s\", which is neither the issuer's host nor a domain above it: write one such as %s"
                            .formatted(settings.rpId(), host));
        }
    }

    /** The domain that its passkeys are for. */
    String id() {
        return id;
    }

    /** Where its pages are, and nobody else's. */
    String origin() {
        return origin;
    }

    /** Whether browsers can do it at all: they make no passkeys for a bare network address. */
    boolean hasDomain() {
        return !id.startsWith("[") && !id.matches("[0-9.]+");
    }
}
