package dev.serdab.authorization;

import dev.serdab.protocol.ProtocolError;

import java.util.List;

/** What became of reading an authorization request. */
sealed interface Reading {

    /** It may go on. */
    record Valid(AuthorizationRequest request) implements Reading {}

    /** The client learns what is wrong with it. */
    record Refused(AnswerAddress to, ProtocolError error) implements Reading {}

    /**
     * There is no one to send an answer to: the person sees a page.
     *
     * @param reason why, as {@link dev.serdab.page.ErrorPage} names it
     * @param error the same for a client that asked by itself
     * @param words what its sentences speak of, as it came from outside
     */
    record Unanswerable(String reason, ProtocolError error, List<String> words) implements Reading {

        /** Nobody of this name is registered. */
        static Unanswerable unknownClient(String clientId) {
            return of(
                    "unknown-client",
                    ProtocolError.invalidClient("The client is unknown."),
                    clientId);
        }

        static Unanswerable of(String reason, ProtocolError error, String... words) {
            return new Unanswerable(reason, error, List.of(words));
        }
    }
}
