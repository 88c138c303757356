package dev.serdab.accountapi;

/** Who may call an endpoint. */
public enum Access {
    /** Anyone; not even a bad {@code Authorization} header is looked at, as at {@code /jwt/*}. */
    UNASKED,
    /** Anyone, but a bad credential is refused. */
    ANYONE,
    /** Whoever shows a good credential. */
    SIGNED_IN
}
