package dev.serdab.signin;

import dev.serdab.session.BrowserSession;

import java.util.Optional;

/** A page between signing in and where that leads; it leads on there itself. */
public interface Interlude {

    /**
     * Decides whether somebody who has just signed in is shown it.
     *
     * @return its path; it is opened with {@link Onward} behind it
     */
    Optional<String> path(BrowserSession session, Onward onward);
}
