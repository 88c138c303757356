package dev.serdab.authorization;

import dev.serdab.client.Client;

import org.jspecify.annotations.Nullable;

/**
 * Where answers of any kind go.
 *
 * @param client whose redirect URI it is
 * @param redirectUri found registered
 * @param state goes back with every answer
 * @param mode how the answer travels
 */
record AnswerAddress(
        Client client, String redirectUri, @Nullable String state, ResponseMode mode) {}
