package dev.serdab.accountapi;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Where a path leads. */
sealed interface Routing {

    /**
     * To a resource.
     *
     * @param variables what stood in place of its {@code {…}}
     * @param format what the path's suffix asks for, as in {@code /users/me.json}
     */
    record Found(Resource resource, Map<String, String> variables, @Nullable String format)
            implements Routing {}

    /** To a resource, once a slash is added. */
    record SlashMissing() implements Routing {}

    /** Nowhere in this API. */
    record Nowhere() implements Routing {}
}
