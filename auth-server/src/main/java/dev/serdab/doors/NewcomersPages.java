package dev.serdab.doors;

import dev.serdab.clientregistration.DocumentSettings;
import dev.serdab.clientregistration.RegistrationSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What pages of apps that nobody knows yet may read. Where apps come by themselves, one that lives
 * in a browser reads what this server offers, and may register; its origin is known afterwards.
 */
@Component
class NewcomersPages implements Predicate<HttpServletRequest> {

    private static final String REGISTRATION = "/oauth2/register";

    private static final Set<String> DESCRIPTIONS =
            Set.of(
                    "/.well-known/openid-configuration",
                    "/.well-known/oauth-authorization-server",
                    "/oauth2/jwks");

    private final boolean mayRegister;
    private final boolean mayRead;

    NewcomersPages(RegistrationSettings registration, DocumentSettings documents) {
        this.mayRegister = registration.isOpen();
        this.mayRead = mayRegister || documents.enabled();
    }

    @Override
    public boolean test(HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean registers = path.equals(REGISTRATION) || path.startsWith(REGISTRATION + "/");
        return (mayRegister && registers) || (mayRead && DESCRIPTIONS.contains(path));
    }
}
