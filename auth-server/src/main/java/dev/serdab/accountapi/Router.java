package dev.serdab.accountapi;

import dev.serdab.accountapi.Routing.Found;
import dev.serdab.accountapi.Routing.Nowhere;
import dev.serdab.accountapi.Routing.SlashMissing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the resource of a path. A path without variables goes before one with them. */
class Router {

    private static final Nowhere NOWHERE = new Nowhere();

    private final String prefix;
    private final Map<String, Resource> fixed = new HashMap<>();
    private final List<Resource> withVariables = new ArrayList<>();

    Router(String prefix, List<Route> routes) {
        this.prefix = prefix;
        var resources = new HashMap<String, Resource>();
        for (var route : routes) {
            for (var path : route.paths()) {
                resources.computeIfAbsent(path, Resource::new).add(route);
            }
        }
        for (var resource : resources.values()) {
            if (resource.hasVariables()) {
                withVariables.add(resource);
            } else {
                fixed.put(resource.path(), resource);
            }
        }
    }

    /** Where a path with the prefix in front leads. */
    Routing find(String path) {
        if (!path.startsWith(prefix)) {
            return NOWHERE;
        }
        var below = path.substring(prefix.length());
        if (below.endsWith("/")) {
            var found = exact(below, null);
            return found instanceof Found
                    ? found
                    : suffixed(below.substring(0, below.length() - 1));
        }
        if (exact(below + "/", null) instanceof Found found) {
            return found.resource().isSlashOptional() ? found : new SlashMissing();
        }
        return suffixed(below);
    }

    private Routing exact(String path, @Nullable String format) {
        var resource = fixed.get(path);
        if (resource != null) {
            return new Found(resource, Map.of(), format);
        }
        var segments = path.split("/");
        for (var candidate : withVariables) {
            var variables = match(candidate.segments(), segments);
            if (variables != null) {
                return new Found(candidate, variables, format);
            }
        }
        return NOWHERE;
    }

    /** A path whose last segment ends in the name of a format, as in {@code /users.json}. */
    private Routing suffixed(String path) {
        int dot = path.lastIndexOf('.');
        if (dot <= path.lastIndexOf('/') + 1) {
            return NOWHERE;
        }
        return exact(path.substring(0, dot) + "/", path.substring(dot + 1)) instanceof Found found
                        && !found.resource().isSlashOptional()
                ? found
                : NOWHERE;
    }

    private static @Nullable Map<String, String> match(List<String> pattern, String[] given) {
        if (pattern.size() != given.length) {
            return null;
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < given.length; i++) {
            var expected = pattern.get(i);
            if (expected.startsWith("{")) {
                if (given[i].isEmpty() || given[i].indexOf('.') >= 0) {
                    return null;
                }
                variables.put(expected.substring(1, expected.length() - 1), given[i]);
            } else if (!expected.equals(given[i])) {
                return null;
            }
        }
        return variables;
    }
}
