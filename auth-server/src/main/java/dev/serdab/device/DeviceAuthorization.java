package dev.serdab.device;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * A device that waits for its person.
 *
 * @param code what it shows
 * @param scopes what its app asks for
 * @param resources the APIs that tokens shall be for; none: all that the client is registered for
 * @param deviceName what the device calls itself, if it says
 * @param askedFrom the network address that asked
 * @param createdAt when it asked
 * @param expiresAt until when it waits
 */
record DeviceAuthorization(
        UserCode code,
        String clientId,
        Set<String> scopes,
        Set<String> resources,
        @Nullable String deviceName,
        String askedFrom,
        Instant createdAt,
        Instant expiresAt) {}
