package dev.serdab.authorization;

import dev.serdab.protocol.ProtocolError;
import dev.serdab.session.BrowserSession;

/** What has to happen before a request can be answered. */
sealed interface NextStep {

    /** The person must sign in, or do so again. */
    record SignIn() implements NextStep {}

    /** The person wants an account: they make one, or sign in to one that is there. */
    record SignUp() implements NextStep {}

    /** The person must have a second factor, and sets one up first. */
    record SetUpSecondFactor() implements NextStep {}

    /** The person must say as whom to go on. */
    record ChooseAccount() implements NextStep {}

    /** The person must be asked. */
    record AskConsent(BrowserSession session) implements NextStep {}

    /** Nothing: it may be granted. */
    record Grant(BrowserSession session) implements NextStep {}

    /**
     * It can't be granted: something would have to be shown and may not be, or what it demands is
     * not there.
     */
    record Impossible(ProtocolError error) implements NextStep {}
}
