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
     * @param words what its sentences speak of, as it came from outside
     */
    record Unanswerable(String reason, List<String> words) implements Reading {

        static Unanswerable of(String reason, String... words) {
            return new Unanswerable(reason, List.of(words));
        }
    }
}
