package dev.serdab.accountapi;

import java.util.List;
import java.util.stream.Stream;

/**
 * A method of a path and what it does.
 *
 * @param paths the path and its older names, below the prefix. A final {@code /?} lets the slash be
 *     left out; without the question mark a missing slash is redirected. {@code {id}} stands for
 *     one segment.
 */
public record Route(Verb verb, List<String> paths, Access access, Action action) {

    /** {@code GET}, and with it {@code HEAD}, for those who are signed in. */
    public static Route get(String path, Action action) {
        return of(Verb.GET, path, action);
    }

    /** {@code POST} for those who are signed in. */
    public static Route post(String path, Action action) {
        return of(Verb.POST, path, action);
    }

    /** {@code PUT} for those who are signed in. */
    public static Route put(String path, Action action) {
        return of(Verb.PUT, path, action);
    }

    /** {@code PATCH} for those who are signed in. */
    public static Route patch(String path, Action action) {
        return of(Verb.PATCH, path, action);
    }

    /** {@code DELETE} for those who are signed in. */
    public static Route delete(String path, Action action) {
        return of(Verb.DELETE, path, action);
    }

    /** The same for others. */
    public Route by(Access who) {
        return new Route(verb, paths, who, action);
    }

    /** The same under one more path. */
    public Route alsoAt(String path) {
        var all = Stream.concat(paths.stream(), Stream.of(path)).toList();
        return new Route(verb, all, access, action);
    }

    private static Route of(Verb verb, String path, Action action) {
        return new Route(verb, List.of(path), Access.SIGNED_IN, action);
    }
}
