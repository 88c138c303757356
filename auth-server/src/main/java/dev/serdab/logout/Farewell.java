package dev.serdab.logout;

import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.client.RedirectUri;
import dev.serdab.page.PageHeaders;
import dev.serdab.page.Redirects;
import dev.serdab.protocol.QueryString;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.SessionApps;
import dev.serdab.session.SessionCookie;
import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends the session of this browser and shows what comes then. Apps that asked for it are loaded in
 * frames, so that they end theirs (OpenID Connect Front-Channel Logout 1.0 §3); the others are told
 * behind the scenes, see {@link LogoutNotices}.
 */
@Component
class Farewell {

    /** Time for the frames to load; who does not want to wait has a button. */
    private static final int SECONDS = 3;

    private final BrowserSessions sessions;
    private final SessionApps apps;
    private final SessionCookie cookie;
    private final Clients clients;
    private final String issuer;

    Farewell(
            BrowserSessions sessions,
            SessionApps apps,
            SessionCookie cookie,
            Clients clients,
            ServerSettings settings) {
        this.sessions = sessions;
        this.apps = apps;
        this.cookie = cookie;
        this.clients = clients;
        this.issuer = settings.issuer();
    }

    /**
     * Says good-bye.
     *
     * @param session what ends; {@code null} when nobody is signed in
     * @param returnTo the app's address to go back to, checked
     * @param app whose address that is
     */
    ModelAndView end(
            @Nullable BrowserSession session,
            Optional<String> returnTo,
            @Nullable Client app,
            HttpServletRequest request,
            HttpServletResponse response) {
        var frames = session == null ? List.<String>of() : frames(session.id());
        if (session != null) {
            sessions.end(session.id());
        }
        cookie.clear(response);
        // Nobody who is not signed in here is led to where an unknown app likes (RFC 9700 §4.11.2).
        boolean goesByItself = session != null || app == null || !app.isSelfRegistered();
        if (goesByItself && frames.isEmpty() && returnTo.isPresent()) {
            return Redirects.seeOther(returnTo.get());
        }
        frames.forEach(frame -> PageHeaders.allowFrame(request, URI.create(frame)));
        if (goesByItself) {
            returnTo.ifPresent(uri -> response.setHeader("Refresh", SECONDS + "; url=" + uri));
        }
        var model = new LinkedHashMap<String, Object>();
        model.put("frames", frames);
        returnTo.ifPresent(uri -> {
            model.put("returnUri", uri);
            model.put(
                    "returnTo",
                    goesByItself && app != null ? app.name() : RedirectUri.placeOf(uri));
        });
        return new ModelAndView("signin/signed-out", model);
    }

    private List<String> frames(UUID session) {
        return apps.of(session).stream()
                .flatMap(id -> clients.find(id).stream())
                .map(Client::frontchannelLogoutUri)
                .filter(Objects::nonNull)
                .map(uri ->
                        QueryString.append(uri, Map.of("iss", issuer, "sid", session.toString())))
                .toList();
    }
}
