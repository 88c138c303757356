package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Requests that wait, read again each time: their clients may have changed meanwhile. */
@Component
public class WaitingRequests {

    private final PendingRequests pendingRequests;
    private final RequestReader reader;

    WaitingRequests(PendingRequests pendingRequests, RequestReader reader) {
        this.pendingRequests = pendingRequests;
        this.reader = reader;
    }

    /** A request that waits. */
    record Waiting(Pending pending, AuthorizationRequest request) {}

    /** What the request under this handle asks for, unless it is over. */
    public Optional<AuthorizationRequest> request(String handle) {
        return find(handle).map(Waiting::request);
    }

    Optional<Waiting> find(String handle) {
        return pendingRequests
                .find(handle)
                .flatMap(pending ->
                        reader.readKept(pending.parameters()) instanceof Reading.Valid(var request)
                                ? Optional.of(new Waiting(pending, request))
                                : Optional.empty());
    }
}
