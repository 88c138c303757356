package dev.serdab.passkey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The authenticator that is built into a browser's machine, as Chromium pretends to have one. */
final class Authenticators {

    private final CDPSession devTools;
    private final String id;

    private Authenticators(CDPSession devTools, String id) {
        this.devTools = devTools;
        this.id = id;
    }

    /** Gives the tab one, whose owner is always there. */
    static Authenticators of(Page page) {
        var devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var which = new JsonObject();
        which.add("options", options);
        var added = devTools.send("WebAuthn.addVirtualAuthenticator", which);
        return new Authenticators(devTools, added.get("authenticatorId").getAsString());
    }

    /** How many it holds. */
    int passkeys() {
        var which = new JsonObject();
        which.addProperty("authenticatorId", id);
        var held = devTools.send("WebAuthn.getCredentials", which);
        return held.getAsJsonArray("credentials").size();
    }

    /** Whether its owner touches it whenever it asks. */
    void ownerIsThere(boolean isThere) {
        var presence = new JsonObject();
        presence.addProperty("authenticatorId", id);
        presence.addProperty("enabled", isThere);
        devTools.send("WebAuthn.setAutomaticPresenceSimulation", presence);
    }
}
