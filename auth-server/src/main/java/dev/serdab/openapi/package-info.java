/**
 * The account API described for machines, as {@code /account-api/openapi.yaml}, and in development
 * shown to people.
 *
 * <p>Start reading at {@link dev.serdab.openapi.ApiDocument}. Owns {@code resources/openapi} and
 * {@code pages/openapi}.
 *
 * <p>It describes what this server answers with its settings, and nothing else: a test compares it
 * with the routes and with real answers, in both directions.
 */
@ApplicationModule(
        displayName = "OpenAPI document",
        allowedDependencies = {"settings"})
@NullMarked
package dev.serdab.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
