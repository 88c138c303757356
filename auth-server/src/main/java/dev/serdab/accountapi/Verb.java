package dev.serdab.accountapi;

/** The methods a feature can answer, in the order {@code Allow} names them. */
public enum Verb {
    /** Answers {@code HEAD} as well. */
    GET,
    /** Makes something, or does something. */
    POST,
    /** Changes all that may be changed. */
    PUT,
    /** Changes what is sent. */
    PATCH,
    /** Ends something. */
    DELETE
}
