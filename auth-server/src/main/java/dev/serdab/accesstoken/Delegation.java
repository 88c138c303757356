package dev.serdab.accesstoken;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * What an exchanged token owes to the one that was brought for it (RFC 8693).
 *
 * @param audience for whom it is made
 * @param act who acts for the person (RFC 8693 §4.1); {@code null}: its client, as ever
 * @param endsAt when the other one ends, and this one at the latest
 */
public record Delegation(Set<String> audience, @Nullable Object act, Instant endsAt) {}
