package dev.serdab.operator;

import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretFile;
import dev.serdab.sealing.SecretHash;
import dev.serdab.storage.DataDirectory;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The secret behind which the commands of the management port lie. The port alone shows nothing: a
 * page in a browser, a neighbour in the container or a careless {@code management.server.address}
 * reach it too.
 */
@Component
public class OperatorToken {

    private static final Logger log = LoggerFactory.getLogger(OperatorToken.class);

    private static final String FILE = "operator.token";
    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] hash;

    OperatorToken(DataDirectory directory) {
        this.hash = hash(directory.file(FILE));
    }

    /** Whether the request carries it as {@code Authorization: Bearer}. */
    public boolean isShownBy(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        return hash != null
                && authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && SecretHash.matches(hash, authorization.substring(SCHEME.length()).strip());
    }

    /** A server that keeps everything elsewhere may have a directory that it cannot write to. */
    private static byte @Nullable [] hash(Path file) {
        try {
            return SecretHash.of(SecretFile.read(file, RandomSecret::base64Url));
        } catch (UncheckedIOException e) {
            log.warn("{} cannot be written, so that this server takes no commands", file, e);
            return null;
        }
    }
}
