package dev.serdab.grant;

/** What became of a code, or a device code, that a client handed in. */
public sealed interface Redemption {

    /** The tokens are stored and count. */
    record Redeemed() implements Redemption {}

    /** It was redeemed before. Of a code both lose what it gave: the first may be the thief. */
    record Replayed() implements Redemption {}

    /** Its grant was taken back meanwhile. */
    record Withdrawn() implements Redemption {}
}
