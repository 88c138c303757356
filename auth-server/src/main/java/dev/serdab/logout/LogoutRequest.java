package dev.serdab.logout;

import dev.serdab.client.Client;
import dev.serdab.idtoken.IdTokenHints.Hint;
import dev.serdab.protocol.QueryString;
import dev.serdab.session.BrowserSession;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A good request to sign out (OpenID Connect RP-Initiated Logout 1.0 §2).
 *
 * @param hint the ID token it brought, if it brought a good one
 * @param client who asks, if it is known
 * @param returnUri where to send the browser afterwards; registered for the client
 */
record LogoutRequest(
        @Nullable Hint hint,
        @Nullable Client client,
        @Nullable String returnUri,
        @Nullable String state) {

    /**
     * Whether the app has shown that it speaks of this very session, so that nobody need be asked.
     */
    boolean isAbout(BrowserSession session) {
        return hint != null && hint.session().equals(session.id());
    }

    /** Where the browser goes afterwards, with {@code state}. */
    Optional<String> destination() {
        return Optional.ofNullable(returnUri)
                .map(uri ->
                        QueryString.append(uri, state == null ? Map.of() : Map.of("state", state)));
    }

    /** What a page that asks first has to carry along. */
    Map<String, String> toCarry() {
        var fields = new LinkedHashMap<String, String>();
        if (client != null) {
            fields.put("client_id", client.clientId());
        }
        if (returnUri != null) {
            fields.put("post_logout_redirect_uri", returnUri);
        }
        if (state != null) {
            fields.put("state", state);
        }
        return fields;
    }
}
