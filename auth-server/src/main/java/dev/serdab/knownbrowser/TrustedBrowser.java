package dev.serdab.knownbrowser;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A browser that is not asked for a second factor.
 *
 * @param id names it on pages; knowing it opens nothing
 * @param lastUsedOn when somebody last signed in there, by UTC
 * @param until when it will be asked again
 * @param isThis whether it is the browser that asks
 */
public record TrustedBrowser(UUID id, LocalDate lastUsedOn, LocalDate until, boolean isThis) {}
