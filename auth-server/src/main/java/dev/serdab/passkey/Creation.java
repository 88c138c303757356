package dev.serdab.passkey;

/** What became of making a passkey. */
sealed interface Creation {

    /** It signs its owner in from now on. */
    record Made(Passkey passkey) implements Creation {}

    /** The account has as many as anybody needs. */
    record TooMany() implements Creation {}

    /** It took too long, or the page was open for too long. */
    record Over() implements Creation {}

    /**
     * What was sent is no passkey that can be taken.
     *
     * @param reason for the log
     */
    record Refused(String reason) implements Creation {}
}
