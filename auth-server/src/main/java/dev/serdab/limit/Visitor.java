package dev.serdab.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A network address as limits count it: IPv4 whole, IPv6 by its /64, which is what one household is
 * given.
 *
 * @param key what to count by
 */
public record Visitor(String key) {

    /** From the connection's remote address; a literal, so nothing is looked up. */
    public static Visitor at(String remoteAddress) {
        try {
            var address = InetAddress.ofLiteral(remoteAddress.replaceFirst("%.*", ""));
            return address instanceof Inet6Address
                    ? new Visitor(HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)))
                    : new Visitor(address.getHostAddress());
        } catch (IllegalArgumentException e) {
            return new Visitor(remoteAddress);
        }
    }
}
