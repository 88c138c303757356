package dev.serdab.grant;

/** What became of a refresh token that a client handed in for the next. */
public sealed interface Rotation {

    /** The new tokens are stored and count. */
    record Rotated() implements Rotation {}

    /** Somebody held a copy. Which of the two is the thief can't be told, so both lose it. */
    record Replayed() implements Rotation {}

    /** Its grant was taken back meanwhile. */
    record Withdrawn() implements Rotation {}
}
