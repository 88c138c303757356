package dev.serdab.accountapi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with all methods that features answer there. */
class Resource {

    private final String path;
    private final boolean isSlashOptional;
    private final List<String> segments;
    private final Map<Verb, Route> routes = new EnumMap<>(Verb.class);

    /**
     * An empty resource.
     *
     * @param path as a {@link Route} writes it
     */
    Resource(String path) {
        this.isSlashOptional = path.endsWith("/?");
        this.path = isSlashOptional ? path.substring(0, path.length() - 1) : path;
        this.segments = List.of(this.path.split("/"));
    }

    void add(Route route) {
        if (routes.put(route.verb(), route) != null) {
            throw new IllegalStateException("two features answer " + route.verb() + " " + path);
        }
    }

    /** With a final slash, below the prefix. */
    String path() {
        return path;
    }

    List<String> segments() {
        return segments;
    }

    boolean isSlashOptional() {
        return isSlashOptional;
    }

    boolean hasVariables() {
        return path.indexOf('{') >= 0;
    }

    Optional<Route> route(String method) {
        var name = method.equals("HEAD") ? Verb.GET.name() : method;
        return routes.values().stream().filter(route -> route.verb().name().equals(name)).findAny();
    }

    /**
     * Who may use a method. One that nobody answers is hidden from strangers below {@code /users/},
     * where each method has its own rule; elsewhere a path has one rule.
     */
    Access access(String method) {
        return route(method)
                .map(Route::access)
                .orElseGet(() ->
                        path.startsWith("/users/")
                                ? Access.SIGNED_IN
                                : routes.values().iterator().next().access());
    }

    /** The value of {@code Allow}. */
    String allowed() {
        var names = new ArrayList<>(routes.keySet().stream().map(Verb::name).toList());
        if (routes.containsKey(Verb.GET)) {
            names.add("HEAD");
        }
        names.add("OPTIONS");
        return String.join(", ", names);
    }
}
