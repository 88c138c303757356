// A web app that pushes its requests, and a program in a terminal: all that openid-client can do with this server.
import assert from "node:assert/strict";
import * as client from "openid-client";
import { Browser, step } from "../browser.mjs";

const server = new URL(process.env.SERDAB ?? "http://localhost:9000");
const redirect_uri = "http://127.0.0.1:8790/cb";
const overHttp = { execute: [client.allowInsecureRequests] }; // the server is on this machine

const web = await step("discovers the server", () =>
  client.discovery(
    server,
    "web",
    undefined,
    client.ClientSecretBasic("the secret of the web app, which is long enough"),
    overHttp,
  ),
);
assert.equal(web.serverMetadata().issuer, server.origin);

const browser = new Browser();
const tokens = await step("logs a person in with a pushed request, PKCE, state and nonce", async () => {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const address = await client.buildAuthorizationUrlWithPAR(web, {
    redirect_uri,
    scope: "openid profile email offline_access notes.read",
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
  });
  assert.deepEqual([...address.searchParams.keys()].sort(), ["client_id", "request_uri"]);
  const callback = await browser.logIn(address);
  return client.authorizationCodeGrant(web, callback, { pkceCodeVerifier, expectedState, expectedNonce });
});

await step("a request that was not pushed is refused", async () => {
  const address = client.buildAuthorizationUrl(web, { redirect_uri, scope: "openid" });
  assert.equal((await browser.logIn(address)).searchParams.get("error"), "invalid_request");
});

await step("asks who it is", async () => {
  const person = await client.fetchUserInfo(web, tokens.access_token, tokens.claims().sub);
  assert.equal(person.email, "demo@example.com");
});

const next = await step("gets new tokens without the person", () =>
  client.refreshTokenGrant(web, tokens.refresh_token),
);

await step("introspects and revokes", async () => {
  const about = await client.tokenIntrospection(web, next.access_token);
  assert.equal(about.active, true);
  assert.equal(about.aud, "https://api.example.com");
  await client.tokenRevocation(web, next.refresh_token);
  assert.equal((await client.tokenIntrospection(web, next.access_token)).active, false);
});

await step("gets a token for itself, for one API", async () => {
  const own = await client.clientCredentialsGrant(web, {
    scope: "notes.read",
    resource: "https://api.example.com",
  });
  assert.equal(own.scope, "notes.read");
});

await step("signs a terminal program in on another device", async () => {
  const terminal = await client.discovery(server, "terminal", undefined, client.None(), overHttp);
  const started = await client.initiateDeviceAuthorization(terminal, {
    scope: "openid profile offline_access",
    device_name: "a terminal",
  });
  const polling = client.pollDeviceAuthorizationGrant(terminal, started);
  await new Browser().allowDevice(started.verification_uri_complete);
  const given = await polling;
  assert.equal(given.claims().aud, "terminal");
  await client.refreshTokenGrant(terminal, given.refresh_token);
});

await step("signs the person out", async () => {
  const address = client.buildEndSessionUrl(web, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: "http://127.0.0.1:8790/",
  });
  const left = await browser.open(address);
  assert.equal((left.app ?? left.url).origin, "http://127.0.0.1:8790");
  assert.equal((await browser.open("/account")).url.pathname, "/sign-in");
});
