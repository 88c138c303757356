package dev.serdab.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.header.HeaderWriter;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The headers of every page: it loads nothing but our stylesheet and icon, runs nothing, stands in
 * no frame, is kept in no cache and tells nobody where its visitor came from. The few pages that
 * run one of our scripts say so.
 *
 * <p>A door adds it as a header writer. Where an app waits for the answer, the controller names the
 * app's address with {@link #allowFormTarget}: Chromium holds {@code form-action} against every
 * redirect that follows a form.
 */
public final class PageHeaders implements HeaderWriter {

    private static final String TARGETS = PageHeaders.class.getName() + ".targets";
    private static final String FRAMES = PageHeaders.class.getName() + ".frames";
    private static final String SCRIPT = PageHeaders.class.getName() + ".script";
    private static final String FORM_POST = PageHeaders.class.getName() + ".formPost";
    private static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";

    /**
     * Lets the forms of this response lead to an app: its origin for {@code https} and for {@code
     * http} on the loopback interface, its scheme for an app's own scheme. Other addresses are left
     * out. Call it for checked redirect URIs only, each time the page is shown.
     */
    public static void allowFormTarget(HttpServletRequest request, URI address) {
        FormTarget.of(address).ifPresent(target -> add(request, TARGETS, target));
    }

    /**
     * Lets this page load an app's address in a frame, as front-channel logout does. Call it for
     * checked addresses only.
     */
    public static void allowFrame(HttpServletRequest request, URI address) {
        FormTarget.of(address).ifPresent(target -> add(request, FRAMES, target));
    }

    /**
     * Lets this page post itself to an app with our script, under our origin's name: an app that
     * checks {@code Origin} could not tell {@code null} from a stranger's.
     */
    public static void allowFormPost(HttpServletRequest request, URI address) {
        allowFormTarget(request, address);
        allowScript(request);
        request.setAttribute(FORM_POST, true);
    }

    /** Lets this page run our scripts. It must work without them. */
    public static void allowScript(HttpServletRequest request) {
        request.setAttribute(SCRIPT, true);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var targets = sources(request, TARGETS);
        boolean postsItself = request.getAttribute(FORM_POST) != null;
        boolean runsScript = request.getAttribute(SCRIPT) != null;
        write(response, policy(targets, sources(request, FRAMES), runsScript), postsItself);
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        // An app may have opened us in a window of its own and wait there for an answer; cutting
        // the two apart on the way (a redirect counts) would leave it waiting.
        boolean appWaits = !targets.isEmpty() || isRedirect(response);
        if (!appWaits) {
            response.setHeader(OPENER_POLICY, "same-origin");
        }
    }

    /** An error page leads nowhere but to ourselves, whatever the page before it allowed. */
    void writeForError(HttpServletResponse response) {
        write(response, policy(Set.of(), Set.of(), false), false);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void write(HttpServletResponse response, String policy, boolean postsItself) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", postsItself ? "strict-origin" : "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
    }

    private static String policy(Set<String> targets, Set<String> frames, boolean runsScript) {
        var formTargets = new LinkedHashSet<String>();
        formTargets.add("'self'");
        formTargets.addAll(targets);
        return "default-src 'none'; style-src 'self'; img-src 'self'; "
                + (runsScript ? "script-src 'self'; " : "")
                + "form-action "
                + String.join(" ", formTargets)
                + (frames.isEmpty() ? "" : "; frame-src " + String.join(" ", frames))
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static boolean isRedirect(HttpServletResponse response) {
        var status = HttpStatus.resolve(response.getStatus());
        return status != null && status.is3xxRedirection();
    }

    private static void add(HttpServletRequest request, String list, String source) {
        var sources = new LinkedHashSet<>(sources(request, list));
        sources.add(source);
        request.setAttribute(list, Collections.unmodifiableSet(sources));
    }

    @SuppressWarnings("unchecked") // only this class sets it
    private static Set<String> sources(HttpServletRequest request, String list) {
        var sources = request.getAttribute(list);
        return sources == null ? Set.of() : (Set<String>) sources;
    }
}
