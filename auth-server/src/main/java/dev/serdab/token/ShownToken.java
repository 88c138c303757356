package dev.serdab.token;

import dev.serdab.client.Client;
import dev.serdab.grant.AccessToken;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A living access token that a client brought to exchange. */
record ShownToken(AccessToken token) {

    /** Whom it speaks for, as its client knows them. */
    String subject() {
        return Objects.requireNonNull((String) token.claims().get("sub"));
    }

    /** Whether it was given to this client. */
    boolean isIssuedTo(Client client) {
        return token.clientId().equals(client.clientId());
    }

    /**
     * Whether the client came by it rightly: it was given to the client, or made for it. Any other
     * API that a token was shown to must not get another one for it.
     */
    boolean isHeldBy(Client client) {
        return isIssuedTo(client)
                || token.isFor(client.clientId())
                || (client.exchange().resource() != null
                        && token.isFor(client.exchange().resource()));
    }

    /** Whom it names as the one who may act with it (RFC 8693 §4.4); {@code null}: nobody. */
    @Nullable Object mayAct() {
        return token.claims().get("may_act") instanceof Map<?, ?> party ? party.get("sub") : null;
    }

    /** Whether it keeps others than this one from acting with it. */
    boolean forbids(String actor) {
        return token.claims().containsKey("may_act") && !actor.equals(mayAct());
    }

    /** Who acts with it, and who did before (RFC 8693 §4.1); {@code null}: its own client. */
    @Nullable Object act() {
        return token.claims().get("act");
    }

    /** The same chain with one more in front. */
    Map<String, Object> actBy(String actor) {
        var act = new LinkedHashMap<String, Object>();
        act.put("sub", actor);
        if (act() != null) {
            act.put("act", act());
        }
        return act;
    }

    /** How many act with it, one for the other. */
    int depth() {
        int depth = 0;
        for (var act = act(); act instanceof Map<?, ?> one; act = one.get("act")) {
            depth++;
        }
        return depth;
    }
}
