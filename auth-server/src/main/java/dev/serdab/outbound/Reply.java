package dev.serdab.outbound;

import org.jspecify.annotations.Nullable;

/** What became of a call. */
public sealed interface Reply {

    /**
     * There was an answer, perhaps not a good one. A redirect is one too: nobody follows it.
     *
     * @param contentType without parameters, in lower case; empty when nothing was said
     * @param cacheControl the header, if it was there
     * @param challenge the header {@code WWW-Authenticate}, if it was there
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record Answered(
            int status,
            String contentType,
            @Nullable String cacheControl,
            @Nullable String challenge,
            byte[] body)
            implements Reply {

        /** Whether it is what was asked for. */
        public boolean isGood() {
            return status == 200;
        }
    }

    /**
     * Nobody was called, or more came than was wanted.
     *
     * @param why a sentence without anything that only we know
     */
    record Refused(String why) implements Reply {}

    /** Nobody was there, or the answer took too long. */
    record NotReached() implements Reply {}
}
