package dev.serdab.accountapi;

/** What a scheme makes of an {@code Authorization} header. */
public sealed interface Identification {

    /** Not of this scheme: another is asked, and if none knows it, it counts as no credential. */
    record Unknown() implements Identification {}

    /** A good credential. */
    record Known(Caller.Person person) implements Identification {}

    /** A bad one. */
    record Bad(Answer answer) implements Identification {}
}
