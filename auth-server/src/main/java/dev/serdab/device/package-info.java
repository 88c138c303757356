/**
 * Devices on which one cannot well sign in (RFC 8628): a television, a program in a terminal. The
 * device shows a code, its person types that in here and allows or denies.
 *
 * <p>Start reading at {@link dev.serdab.device.DeviceAuthorizationEndpoint} and {@link
 * dev.serdab.device.DevicePage}. Owns the table {@code device_authorization}.
 *
 * <p>Both codes are kept as SHA-256 only. Whoever types codes is signed in, and may be wrong a few
 * times only; nothing is allowed by opening an address.
 */
@ApplicationModule(
        displayName = "Devices",
        allowedDependencies = {
            "accesstoken",
            "account",
            "authorization",
            "cleanup",
            "client",
            "consent",
            "grant",
            "limit",
            "page",
            "protocol",
            "sealing",
            "session",
            "settings",
            "sqltime"
        })
@NullMarked
package dev.serdab.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
