package dev.serdab.authorization;

import dev.serdab.protocol.ProtocolError;
import dev.serdab.session.BrowserSession;

/** What has to happen before a request can be answered. */
sealed interface NextStep {

    /** The person must sign in, or do so again. */
    record SignIn() implements NextStep {}

    /** The person must be asked. */
    record AskConsent(BrowserSession session) implements NextStep {}

    /** Nothing: it may be granted. */
    record Grant(BrowserSession session) implements NextStep {}

    /** Something would have to be shown, and the client said that nothing may be. */
    record Impossible(ProtocolError error) implements NextStep {}
}
