package dev.serdab.authorization;

import dev.serdab.protocol.ProtocolError;

/** What became of reading an authorization request. */
public sealed interface Reading {

    /** It may go on. */
    record Valid(AuthorizationRequest request) implements Reading {}

    /** The client learns what is wrong with it. */
    record Refused(AnswerAddress to, ProtocolError error) implements Reading {}

    /**
     * There is no one to send an answer to: the person sees a page.
     *
     * @param reason why, as {@link dev.serdab.page.ErrorPage} names it
     * @param argument what they speak of, as it came from outside
     */
    record Unanswerable(String reason, String argument) implements Reading {}
}
