package dev.serdab.device;

import dev.serdab.grant.Grant;

/** What a device hears that asks whether its person has decided (RFC 8628 §3.5). */
public sealed interface Polling {

    /** Not yet. */
    record Pending() implements Polling {}

    /** Not yet, and it asks too often: from now on it has to wait longer. */
    record TooSoon() implements Polling {}

    /** The person allowed it. */
    record Allowed(Grant grant) implements Polling {}

    /** The person denied it. */
    record Denied() implements Polling {}

    /** Nobody decided in time, or the device did not ask in time. */
    record Expired() implements Polling {}

    /** There is no such device code, it is another client's, or it was used. */
    record Unknown() implements Polling {}
}
