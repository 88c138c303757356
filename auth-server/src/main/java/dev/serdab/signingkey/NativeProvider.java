package dev.serdab.signingkey;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Amazon Corretto Crypto Provider, where the platform has it: Linux with glibc, x86-64 or ARM. It
 * signs several times faster than Java does (docs/performance.md). Everywhere else, and until it is
 * loaded, Java's own provider does the same work.
 *
 * <p>It is loaded by a thread of its own when the first signature is needed, so that no start waits
 * for it, and tried out before it is used.
 */
@Component
class NativeProvider {

    private static final Logger log = LoggerFactory.getLogger(NativeProvider.class);

    private static final String PACKAGE = "com.amazon.corretto.crypto.provider.";
    private static final String LIBRARY =
            PACKAGE.replace('.', '/') + "libamazonCorrettoCryptoProvider.so";

    private final AtomicBoolean isAsked;
    private volatile @Nullable Provider provider;

    NativeProvider(SigningKeySettings settings) {
        this.isAsked = new AtomicBoolean(!settings.nativeProvider());
    }

    /** The provider; {@code null} where Java's own is to be used. */
    @Nullable Provider get() {
        if (provider == null && isAsked.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("native-provider").start(this::load);
        }
        return provider;
    }

    private void load() {
        try {
            var loaded = instance(classification());
            tryOut(loaded);
            provider = loaded;
            log.info("Signatures are made by {} {}", loaded.getName(), loaded.getVersionStr());
        } catch (Unavailable | GeneralSecurityException | LinkageError | RuntimeException e) {
            log.info("Signatures are made by Java itself: {}", e.getMessage());
        }
    }

    /** Why there is none here. */
    private static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        Unavailable(String why) {
            super(why);
        }
    }

    /** What the library of this platform has in the name of its jar. */
    private static String classification() throws Unavailable {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch", "");
        if (!system.equals("linux") || isMusl()) {
            throw new Unavailable("there is no native library for " + system);
        }
        return switch (processor) {
            case "amd64", "x86_64" -> "linux-x86_64";
            case "aarch64" -> "linux-aarch_64";
            default -> throw new Unavailable("there is no native library for " + processor);
        };
    }

    private static boolean isMusl() throws Unavailable {
        try {
            return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)
                    .contains("/ld-musl-");
        } catch (IOException e) {
            throw new Unavailable("the C library of this system is not known");
        }
    }

    /**
     * The jars of all platforms hold the same names, so the one that fits is opened by a class
     * loader of its own.
     */
    private static Provider instance(String classification)
            throws Unavailable, GeneralSecurityException {
        try {
            var jar =
                    Collections.list(NativeProvider.class.getClassLoader().getResources(LIBRARY))
                            .stream()
                            .map(URL::toString)
                            .filter(url -> url.contains("-" + classification + ".jar!/"))
                            .findFirst()
                            .orElseThrow(() -> new Unavailable("its jar is not here"));
            var folder = URI.create(jar.substring(0, jar.length() - LIBRARY.length())).toURL();
            // Never closed: the provider lives as long as the server does.
            @SuppressWarnings("resource")
            var loader =
                    new URLClassLoader(new URL[] {folder}, ClassLoader.getPlatformClassLoader());
            var type = loader.loadClass(PACKAGE + "AmazonCorrettoCryptoProvider");
            return (Provider) type.getField("INSTANCE").get(null);
        } catch (IOException | ReflectiveOperationException e) {
            throw new Unavailable(e.toString());
        }
    }

    /** What one of the two has signed the other verifies, and neither takes anything else. */
    private static void tryOut(Provider candidate) throws Unavailable, GeneralSecurityException {
        var pairs = new HashMap<String, KeyPair>(); // An RSA key takes long to find.
        for (var algorithm : Algorithm.values()) {
            var pair = pairs.computeIfAbsent(algorithm.family(), _ -> algorithm.generate());
            var key = SigningKey.of(algorithm, KeyForms.jwk(null, algorithm, pair));
            var content = algorithm.jose().getBytes(StandardCharsets.US_ASCII);
            var other = new byte[] {1, 2, 3};
            var byNative = key.sign(content, candidate);
            var byJava = key.sign(content, null);
            if (!key.verifies(content, byNative, null)
                    || !key.verifies(content, byJava, candidate)
                    || key.verifies(other, byNative, candidate)) {
                throw new Unavailable(candidate.getName() + " failed with " + algorithm.jose());
            }
        }
    }
}
