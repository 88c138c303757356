package dev.serdab.secondfactor;

/** RFC 4648 §6 without padding: what authenticator apps read, and people can type. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int pending = 0;
        int bits = 0;
        for (byte octet : bytes) {
            pending = (pending << Byte.SIZE) | (octet & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((pending >> bits) & 0x1f));
            }
            pending &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((pending << (BITS - bits)) & 0x1f));
        }
        return text.toString();
    }

    /** In groups of four, for people. */
    static String grouped(String text, String between) {
        return String.join(between, text.split("(?<=\\G.{4})"));
    }
}
