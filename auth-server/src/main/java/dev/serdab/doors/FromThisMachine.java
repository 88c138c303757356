package dev.serdab.doors;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import java.net.InetAddress;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Whether a request came to the loopback interface, and under its name: a page that a browser on
 * this machine shows cannot get here by a name of its own that resolves to it.
 */
final class FromThisMachine {

    private static final Pattern NAME =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

    private FromThisMachine() {}

    static AuthorizationDecision decide(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(is(context.getRequest()));
    }

    private static boolean is(HttpServletRequest request) {
        var host = request.getHeader("Host");
        return host != null && NAME.matcher(host).matches() && isLoopback(request.getLocalAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceFirst("%.*", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
