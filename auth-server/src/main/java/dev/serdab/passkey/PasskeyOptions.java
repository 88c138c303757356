package dev.serdab.passkey;

import dev.serdab.account.Account;
import dev.serdab.passkey.Challenges.Purpose;
import dev.serdab.session.BrowserSession;
import dev.serdab.site.Site;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/**
 * What a browser is asked for, as JSON (WebAuthn Level 3 §5.1.8, §5.1.9): {@code passkey.js} reads
 * it.
 */
@Component
class PasskeyOptions {

    /** How long a browser lets people look for their finger (§15.1). */
    private static final int PATIENCE_MILLIS = 300_000;

    private final RelyingParty relyingParty;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final PasskeyOwners owners;
    private final Site site;
    private final JsonMapper json;

    PasskeyOptions(
            RelyingParty relyingParty,
            Challenges challenges,
            Passkeys passkeys,
            PasskeyOwners owners,
            Site site,
            JsonMapper json) {
        this.relyingParty = relyingParty;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.owners = owners;
        this.site = site;
        this.json = json;
    }

    /**
     * For whoever signs in: any passkey of theirs, as we don't know yet who they are.
     *
     * @param browser who must bring the challenge back
     */
    String forSignIn(String browser) {
        return json.writeValueAsString(
                Map.of(
                        "challenge",
                        challenges.make(Purpose.SIGN_IN, browser),
                        "rpId",
                        relyingParty.id(),
                        "userVerification",
                        "required",
                        "timeout",
                        PATIENCE_MILLIS));
    }

    /** For whoever makes one. An authenticator that holds one of theirs makes no second. */
    String forMaking(BrowserSession session) {
        var account = session.account();
        return json.writeValueAsString(
                Map.of(
                        "challenge", challenges.make(Purpose.MAKE, holder(session)),
                        "rp", Map.of("id", relyingParty.id(), "name", site.name()),
                        "user", user(account),
                        "pubKeyCredParams",
                                Ceremonies.ALGORITHMS.stream()
                                        .map(algorithm ->
                                                Map.of(
                                                        "type",
                                                        "public-key",
                                                        "alg",
                                                        algorithm.getValue()))
                                        .toList(),
                        "excludeCredentials", known(account),
                        "authenticatorSelection",
                                Map.of(
                                        "residentKey", "required",
                                        "requireResidentKey", true,
                                        "userVerification", "required"),
                        "attestation", "none",
                        "timeout", PATIENCE_MILLIS));
    }

    /**
     * What browsers are told so that they offer no passkey that is gone, and no old name (§5.1.10).
     */
    String forTelling(Account account) {
        return json.writeValueAsString(
                Map.of(
                        "rpId", relyingParty.id(),
                        "user", user(account),
                        "credentialIds",
                                passkeys.of(account.id()).stream()
                                        .map(Passkey::credentialId)
                                        .toList()));
    }

    /** What a browser is told so that it offers a passkey no more that we don't know. */
    String forForgetting(String credentialId) {
        return json.writeValueAsString(Map.of("rpId", relyingParty.id(), "unknown", credentialId));
    }

    /** Who must bring back the challenge of somebody who makes a passkey. */
    static String holder(BrowserSession session) {
        return session.account().id() + " " + session.id();
    }

    private Map<String, String> user(Account account) {
        return Map.of(
                "id", Base64Url.of(owners.handle(account.id())),
                "name", account.email().value(),
                "displayName", account.name());
    }

    private List<Map<String, Object>> known(Account account) {
        return passkeys.of(account.id()).stream()
                .map(passkey ->
                        Map.<String, Object>of(
                                "type", "public-key",
                                "id", passkey.credentialId(),
                                "transports", passkey.transports()))
                .toList();
    }
}
