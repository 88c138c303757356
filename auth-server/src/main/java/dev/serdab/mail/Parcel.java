package dev.serdab.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail ready to be carried.
 *
 * @param id its row in the outbox
 * @param postedAt when it was posted; no two of one node at the same moment
 * @param message the whole message (RFC 5322), ASCII
 */
record Parcel(UUID id, Instant postedAt, String message) {}
