package dev.serdab.grant;

/** What became of a code that a client handed in. */
public sealed interface Redemption {

    /** The tokens are stored and count. */
    record Redeemed() implements Redemption {}

    /** It was redeemed before. Whoever came first may be the thief: both lose what it gave. */
    record Replayed() implements Redemption {}

    /** Its grant was taken back meanwhile. */
    record Withdrawn() implements Redemption {}
}
