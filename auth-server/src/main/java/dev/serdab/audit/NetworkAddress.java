package dev.serdab.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A network address with less in it: it tells the provider or the town, not the household. */
final class NetworkAddress {

    private static final int KEPT_OF_IPV4 = 3;
    private static final int KEPT_OF_IPV6 = 6;

    private NetworkAddress() {}

    /** IPv4 to its /24, IPv6 to its /48; nothing of what is neither. */
    static String shortened(String address) {
        try {
            // A literal, so nothing is looked up.
            var whole = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            var bytes = whole.getAddress();
            Arrays.fill(
                    bytes,
                    whole instanceof Inet6Address ? KEPT_OF_IPV6 : KEPT_OF_IPV4,
                    bytes.length,
                    (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return "";
        }
    }
}
