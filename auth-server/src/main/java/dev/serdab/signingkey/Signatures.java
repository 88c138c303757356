package dev.serdab.signingkey;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.security.GeneralSecurityException;
import java.security.Provider;

/** Signs and verifies by the fastest means this machine has. */
@Component
class Signatures {

    private static final Logger log = LoggerFactory.getLogger(Signatures.class);

    private final NativeProvider nativeProvider;

    Signatures(NativeProvider nativeProvider) {
        this.nativeProvider = nativeProvider;
    }

    byte[] sign(SigningKey key, byte[] content) {
        var provider = provider(key);
        try {
            return key.sign(content, provider);
        } catch (GeneralSecurityException | RuntimeException e) {
            if (provider == null) {
                throw new IllegalStateException("the key " + key.kid() + " cannot sign", e);
            }
            log.warn("{} cannot sign with the key {}: Java does", provider, key.kid(), e);
            key.stayWithJava();
            return sign(key, content);
        }
    }

    boolean verifies(SigningKey key, byte[] content, byte[] signed) {
        try {
            return key.verifies(content, signed, provider(key));
        } catch (GeneralSecurityException e) {
            return false; // Not even the length of a signature.
        }
    }

    private @Nullable Provider provider(SigningKey key) {
        return key.isForOthers() ? nativeProvider.get() : null;
    }
}
