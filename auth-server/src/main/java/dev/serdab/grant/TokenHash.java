package dev.serdab.grant;

import dev.serdab.sealing.SecretHash;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** What a token is known by: SHA-256 of its value, the key of its row. */
public final class TokenHash {

    private final byte[] bytes;

    private TokenHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static TokenHash of(String value) {
        return new TokenHash(SecretHash.of(value));
    }

    static TokenHash fromColumn(byte[] column) {
        return new TokenHash(column);
    }

    /** As a statement's parameter. */
    byte[] column() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenHash same && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
