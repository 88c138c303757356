package dev.serdab.client;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.ClientRules.Checked.Bad;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What metadata must be like that speaks of how a client hears that a session is over. */
final class LogoutRules {

    private static final String FRAME = "frontchannel_logout_uri";

    private LogoutRules() {}

    static Optional<Checked> problem(ClientMetadata said, List<String> redirects) {
        return WebUri.problem("backchannel_logout_uri", said.backchannelLogoutUri())
                .or(() -> badFrame(said.frontchannelLogoutUri(), redirects));
    }

    /** Its origin must be that of a redirect URI (OpenID Connect Front-Channel Logout 1.0 §2). */
    private static Optional<Checked> badFrame(@Nullable String uri, List<String> redirects) {
        return WebUri.problem(FRAME, uri)
                .or(() ->
                        uri == null || redirects.stream().anyMatch(other -> sameOrigin(uri, other))
                                ? Optional.empty()
                                : Optional.of(
                                        new Bad(
                                                FRAME,
                                                "is \"%s\", which is at another place than every redirect URI"
                                                        .formatted(uri))));
    }

    private static boolean sameOrigin(String one, String other) {
        var a = URI.create(one);
        var b = URI.create(other);
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getRawAuthority().equalsIgnoreCase(b.getRawAuthority());
    }
}
