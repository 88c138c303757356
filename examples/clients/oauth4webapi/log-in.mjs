// A native app with a loopback redirect URI and no secret: its port is free each time (RFC 8252 §7.3).
import assert from "node:assert/strict";
import * as oauth from "oauth4webapi";
import { step } from "../browser.mjs";
import { logIn, overHttp } from "./code-flow.mjs";

const issuer = new URL(process.env.SERDAB ?? "http://localhost:9000");
const redirect_uri = `http://127.0.0.1:${20000 + (process.pid % 20000)}/cb`;
const client = { client_id: "native" };

const as = await step("discovers the server, both ways", async () => {
  const documents = [];
  for (const algorithm of ["oidc", "oauth2"]) {
    const response = await oauth.discoveryRequest(issuer, { algorithm, ...overHttp });
    documents.push(await oauth.processDiscoveryResponse(issuer, response));
  }
  assert.deepEqual(documents[0], documents[1]);
  return documents[0];
});

const tokens = await step("logs a person in", async () => {
  const scope = "openid profile email offline_access";
  const { tokens, response } = await logIn(as, client, oauth.None(), { redirect_uri, scope });
  await oauth.validateApplicationLevelSignature(as, response, overHttp); // the ID token's, by the JWK Set
  return tokens;
});

await step("asks who it is", async () => {
  const sub = oauth.getValidatedIdTokenClaims(tokens).sub;
  const response = await oauth.userInfoRequest(as, client, tokens.access_token, overHttp);
  const person = await oauth.processUserInfoResponse(as, client, sub, response);
  assert.equal(person.email, "demo@example.com");
});

await step("gets new tokens, and gives them back", async () => {
  const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), tokens.refresh_token, overHttp);
  const next = await oauth.processRefreshTokenResponse(as, client, response);
  const revoked = await oauth.revocationRequest(as, client, oauth.None(), next.refresh_token, overHttp);
  await oauth.processRevocationResponse(revoked);
  const refused = await oauth.userInfoRequest(as, client, next.access_token, overHttp);
  assert.equal(refused.status, 401);
});
