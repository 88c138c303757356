package dev.serdab.authorization;

import org.jspecify.annotations.Nullable;

/**
 * A redirect URI that was found registered, and the {@code state} that goes back with every answer.
 */
record AnswerAddress(String redirectUri, @Nullable String state) {}
