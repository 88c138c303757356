package dev.serdab.testing;

import dev.serdab.testing.App.Method;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A server with a few apps registered, and a clock that can be put forward. */
@Import(MovableClock.class)
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[0].client-id=notes
                serdab.bootstrap.clients[0].client-name=Notes
                serdab.bootstrap.clients[0].client-secret=the secret of notes, which is long enough
                serdab.bootstrap.clients[0].redirect-uris=https://notes.example.com/callback
                serdab.bootstrap.clients[0].post-logout-redirect-uris=https://notes.example.com/bye
                serdab.bootstrap.clients[0].grant-types=authorization_code, refresh_token
                serdab.bootstrap.clients[0].scope=openid profile email address phone groups permissions offline_access notes.read notes.write
                serdab.bootstrap.clients[0].audience=https://api.example.com

                serdab.bootstrap.clients[1].client-id=mobile
                serdab.bootstrap.clients[1].redirect-uris=http://127.0.0.1/callback, http://localhost:7000/callback, com.example.mobile:/callback, https://mobile.example.com/callback
                serdab.bootstrap.clients[1].post-logout-redirect-uris=com.example.mobile:/bye
                serdab.bootstrap.clients[1].grant-types=authorization_code, refresh_token
                serdab.bootstrap.clients[1].scope=openid profile email offline_access notes.read
                serdab.bootstrap.clients[1].token-endpoint-auth-method=none

                serdab.bootstrap.clients[2].client-id=legacy
                serdab.bootstrap.clients[2].client-secret=the secret of legacy, which is long enough
                serdab.bootstrap.clients[2].redirect-uris=https://legacy.example.com/callback?from=serdab
                serdab.bootstrap.clients[2].token-endpoint-auth-method=client_secret_post
                serdab.bootstrap.clients[2].require-pkce=false

                serdab.bootstrap.clients[3].client-id=trusted
                serdab.bootstrap.clients[3].client-secret=the secret of trusted, which is long enough
                serdab.bootstrap.clients[3].redirect-uris=https://trusted.example.com/callback
                serdab.bootstrap.clients[3].grant-types=authorization_code, refresh_token
                serdab.bootstrap.clients[3].scope=openid profile notes.read
                serdab.bootstrap.clients[3].audience=https://one.example.com, https://two.example.com
                serdab.bootstrap.clients[3].require-consent=false

                serdab.bootstrap.clients[4].client-id=machine
                serdab.bootstrap.clients[4].client-secret=the secret of machine, which is long enough
                serdab.bootstrap.clients[4].grant-types=client_credentials
                serdab.bootstrap.clients[4].scope=openid profile notes.read notes.write
                """)
public abstract class ProtocolTest extends ServerTest {

    /** An app with a server of its own, with everything one can have. */
    protected App notes;

    /** An app on people's devices, without a secret. */
    protected App mobile;

    /** An app that knows no PKCE and sends its secret in the form. */
    protected App legacy;

    /** An app of the house: nobody is asked, and its tokens serve two APIs. */
    protected App trusted;

    /** A service that only speaks for itself. */
    protected App machine;

    /** A browser that nobody has used yet. */
    protected Browser browser;

    @Autowired protected MovableClock clock;

    @BeforeEach
    void startApps() {
        notes = new App(issuer, "notes", Method.BASIC, "https://notes.example.com/callback");
        mobile = new App(issuer, "mobile", Method.NONE, "com.example.mobile:/callback");
        legacy =
                new App(
                        issuer,
                        "legacy",
                        Method.POST,
                        "https://legacy.example.com/callback?from=serdab");
        trusted = new App(issuer, "trusted", Method.BASIC, "https://trusted.example.com/callback");
        machine = new App(issuer, "machine", Method.BASIC, "");
        browser = new Browser(issuer);
    }
}
