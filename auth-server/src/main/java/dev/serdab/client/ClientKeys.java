package dev.serdab.client;

import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.security.PublicKey;
import java.util.List;

/** The public keys with which a client's assertions and signed requests are checked. */
public final class ClientKeys {

    /** Of a client that signs nothing. */
    static final ClientKeys NONE = new ClientKeys(List.of());

    private final List<Key> keys;
    private final @Nullable String uri;

    ClientKeys(List<Key> keys) {
        this(keys, null);
    }

    private ClientKeys(List<Key> keys, @Nullable String uri) {
        this.keys = List.copyOf(keys);
        this.uri = uri;
    }

    /** Of a client that shows them at an address of its own. */
    static ClientKeys at(@Nullable String uri) {
        return new ClientKeys(List.of(), uri);
    }

    /** Where they are, when the client does not say them itself. */
    @Nullable String uri() {
        return uri;
    }

    /** Whether there is none of this name, or no name to tell by. */
    boolean lack(@Nullable String kid) {
        return kid == null || keys.stream().noneMatch(key -> kid.equals(key.kid()));
    }

    /**
     * One of them.
     *
     * @param kid its name, if it has one
     * @param algorithm the only one it may be used with; {@code null}: any that fits
     */
    record Key(@Nullable String kid, @Nullable AssertionAlgorithm algorithm, PublicKey key) {

        boolean isMeantFor(AssertionAlgorithm asked) {
            return (algorithm == null || algorithm.isSameAs(asked)) && asked.fits(key);
        }
    }

    /**
     * Whether one of them signed the JWT. The algorithm belongs to the key: what the header says
     * must fit it. A key that the header brings along is not looked at.
     */
    boolean haveSigned(SignedJWT jwt) {
        var header = jwt.getHeader();
        var algorithm = AssertionAlgorithm.of(header.getAlgorithm().getName()).orElse(null);
        if (algorithm == null || header.getCriticalParams() != null) {
            return false;
        }
        var kid = header.getKeyID();
        return keys.stream()
                .filter(key -> kid == null || kid.equals(key.kid()))
                .filter(key -> key.isMeantFor(algorithm))
                .anyMatch(key -> algorithm.verifies(jwt, key.key()));
    }
}
