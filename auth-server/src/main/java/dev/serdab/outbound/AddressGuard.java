package dev.serdab.outbound;

import dev.serdab.settings.Development;

import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what may be called. A name is resolved once, here, and the connection is made to what was
 * found: a name that answers differently the second time gains nothing.
 *
 * <p>On a developer's machine {@code localhost} may be told things too, as long as it is this
 * machine.
 */
@Component
class AddressGuard implements DnsResolver {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OutboundSettings settings;
    private final boolean isInDevelopment;
    private final NameService names;

    @Autowired
    AddressGuard(OutboundSettings settings, Environment environment) {
        this(settings, Development.isOn(environment), InetAddress::getAllByName);
    }

    AddressGuard(OutboundSettings settings, boolean isInDevelopment, NameService names) {
        this.settings = settings;
        this.isInDevelopment = isInDevelopment;
        this.names = names;
    }

    /** A name that resolves to what may not be called. */
    static final class Forbidden extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Forbidden(String host) {
            super(host + " is not a public address");
        }
    }

    /**
     * Why nothing may be fetched there, whatever it resolves to. What an app's server shows to
     * others is not on this machine, even where a developer's apps are told things here.
     */
    Optional<String> problemOfFetching(URI uri) {
        var host = uri.getHost();
        return host != null && THIS_MACHINE.contains(bracketed(host)) && !isNamed(host)
                ? Optional.of(
                        "It is this machine, and serdab.outbound.allowed-hosts does not name it.")
                : problem(uri);
    }

    /** Why an address may not be called, whatever it resolves to. */
    Optional<String> problem(URI uri) {
        var host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null) {
            return Optional.of("It is not an address with a host and nothing in front of that.");
        }
        boolean isPlain = "http".equalsIgnoreCase(uri.getScheme());
        if (!isPlain && !"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("It is not an https address.");
        }
        return isPlain && !isNamed(host) && !isThisMachine(host)
                ? Optional.of("It is http, and serdab.outbound.allowed-hosts does not name it.")
                : Optional.empty();
    }

    /** One address that may not be called spoils the others of the name. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = names.addressesOf(host);
        boolean isAllowed =
                isNamed(host)
                        || Arrays.stream(found).allMatch(PublicAddress::is)
                        || (isThisMachine(host)
                                && Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress));
        if (!isAllowed) {
            throw new Forbidden(host);
        }
        return found;
    }

    /** What certificates are compared with is the name as it was written. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isNamed(String host) {
        return settings.allowedHosts().contains(bracketed(host));
    }

    private boolean isThisMachine(String host) {
        return isInDevelopment && THIS_MACHINE.contains(bracketed(host));
    }

    /** An IPv6 literal comes here with brackets and without. */
    private static String bracketed(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    }
}
