package dev.serdab.accountapi;

/** What an endpoint does with a request that passed all earlier checks. */
@FunctionalInterface
public interface Action {

    /** Answers; reads the body, if it wants one, with {@link ApiRequest#read}. */
    Answer answer(ApiRequest request);
}
