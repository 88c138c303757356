package dev.serdab.testing;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** An app that shows who it is with a key ({@code private_key_jwt}). */
public final class KeyApp extends App {

    private final String issuer;
    private final ClientKey key;
    private final InstantSource clock;

    public KeyApp(
            String issuer,
            String clientId,
            String redirectUri,
            ClientKey key,
            InstantSource clock) {
        super(issuer, clientId, "", Method.NONE, redirectUri);
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** The same with another key. */
    public KeyApp with(ClientKey other) {
        return new KeyApp(issuer, clientId(), redirectUri(), other, clock);
    }

    @Override
    public Answer calls(String path, Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.putAll(SignedAssertion.of(clientId(), issuer, clock.instant(), "RS256", key).form());
        return new Http(issuer).post(path, all);
    }
}
