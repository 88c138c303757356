package dev.serdab.mail;

/** What became of carrying one mail. */
sealed interface Delivery {

    /** It is with the next server, or in its file. */
    record Sent() implements Delivery {}

    /**
     * This address takes no mail, now or ever.
     *
     * @param problem what the mail server said
     */
    record Refused(String problem) implements Delivery {}

    /**
     * Not this mail, not now.
     *
     * @param problem what the mail server said
     */
    record Postponed(String problem) implements Delivery {}

    /**
     * No mail at all can be carried now.
     *
     * @param problem what stands in the way
     */
    record Unreachable(String problem) implements Delivery {}
}
