package dev.serdab.clientlogo;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A picture of a kind that holds nothing but a picture; what it is called on the way does not
 * count.
 *
 * @param type the media type that its first bytes tell
 */
@SuppressWarnings("ArrayRecordComponent") // read once, written out, never compared
record Picture(String type, byte[] bytes) {

    /** Reads one; empty when it is of no such kind. */
    static Optional<Picture> of(byte[] bytes) {
        var type =
                starts(bytes, 0, "89504e470d0a1a0a")
                        ? "image/png"
                        : starts(bytes, 0, "ffd8ff")
                                ? "image/jpeg"
                                : starts(bytes, 0, "47494638")
                                        ? "image/gif"
                                        : starts(bytes, 0, "52494646")
                                                        && starts(bytes, 8, "57454250")
                                                ? "image/webp"
                                                : "";
        return type.isEmpty() ? Optional.empty() : Optional.of(new Picture(type, bytes));
    }

    private static boolean starts(byte[] bytes, int at, String hex) {
        var wanted = HexFormat.of().parseHex(hex);
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
