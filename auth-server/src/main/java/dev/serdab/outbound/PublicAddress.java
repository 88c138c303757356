package dev.serdab.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the Internet from those of a private network, or of no network. */
final class PublicAddress {

    /** IPv4 that is not of the Internet (RFC 6890 §2.2.2, RFC 1112 §4, RFC 6598 §7). */
    private static final List<Block> NOT_PUBLIC_4 =
            blocks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3");

    /** Global unicast (RFC 4291 §2.4): everything else of IPv6 is private, local or for nobody. */
    private static final Block GLOBAL_6 = Block.of("2000::/3");

    /** Of it: special purposes with Teredo, documentation twice, 6to4 (RFC 6890 §2.2.3). */
    private static final List<Block> NOT_PUBLIC_6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Behind it stands an IPv4 address (RFC 6052 §2.1). */
    private static final Block TRANSLATED = Block.of("64:ff9b::/96");

    private PublicAddress() {}

    /** A block of addresses. */
    private record Block(InetAddress start, int bits) {

        static Block of(String text) {
            var parts = text.split("/", 2);
            return new Block(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean has(byte[] address) {
            var first = start.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.has(bytes));
        }
        if (TRANSLATED.has(bytes)) {
            return is(embedded(bytes));
        }
        return GLOBAL_6.has(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.has(bytes));
    }

    private static InetAddress embedded(byte[] address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address, 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }
}
