package dev.serdab.demo.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Fetches the keys that the issuer publishes, from where its metadata says they are (OpenID Connect
 * Discovery 1.0 §4, RFC 7517 §5).
 *
 * <p>It asks at most once per {@link #PAUSE} and repeats the last answer in between: a token may
 * name a key we have not seen yet, and nobody who makes up key names shall make us flood the
 * issuer. That is why Nimbus's own rate limit is off: it fails where this one answers, so that
 * made-up names would look like an outage.
 *
 * <p>Not thread-safe: Nimbus's cache, which stands before it, calls it under a lock.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MOST_BYTES = 100_000;

    private final String issuer;
    private final Clock clock;
    private final ResourceRetriever web =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);

    private Instant nextFetch = Instant.MIN;
    private @Nullable JWKSet keys;
    private @Nullable Exception failure;

    IssuerKeys(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator why, long now, @Nullable SecurityContext context)
            throws JWKSetRetrievalException {
        if (!clock.instant().isBefore(nextFetch)) {
            fetch();
            nextFetch = clock.instant().plus(PAUSE);
        }
        if (keys == null) {
            throw new JWKSetRetrievalException("No keys of " + issuer, failure);
        }
        return keys;
    }

    private void fetch() {
        keys = null;
        try {
            keys = JWKSet.parse(get(keysAddress()));
        } catch (IOException | ParseException | RuntimeException e) {
            // Whatever the other side sends: it is an answer we can't use, and not our failure.
            failure = e;
            LOG.warn("Can't fetch the keys of {}: {}", issuer, e.getMessage());
        }
    }

    private String keysAddress() throws IOException, ParseException {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var metadata = JSONObjectUtils.parse(get(base + "/.well-known/openid-configuration"));
        var itself = JSONObjectUtils.getString(metadata, "issuer");
        if (!issuer.equals(itself)) {
            throw new IOException("it calls itself %s (RFC 8414 §3.3)".formatted(itself));
        }
        return JSONObjectUtils.getString(metadata, "jwks_uri");
    }

    private String get(String address) throws IOException {
        return web.retrieveResource(URI.create(address).toURL()).getContent();
    }

    @Override
    public void close() {
        // Nothing is held open between two fetches.
    }
}
