package dev.serdab.client;

import org.jspecify.annotations.Nullable;

/** Clients that are described elsewhere, so that what is stored of one may not count any more. */
public interface DescribedClients {

    /**
     * Brings what is stored of a client up to date, if that is due.
     *
     * @param visitor the network address of who asks, if that may be a client that nobody knows
     *     yet; {@code null}: one that is not known already stays unknown
     * @return whether the id may be looked up now: any may that is no such client's
     */
    boolean prepare(String clientId, @Nullable String visitor);
}
