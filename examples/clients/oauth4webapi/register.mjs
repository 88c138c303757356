// Apps that register themselves: one with an initial access token that it was given, one that nobody expected. Each
// signs a person in, and is deleted.
import assert from "node:assert/strict";
import * as oauth from "oauth4webapi";
import { Browser, step } from "../browser.mjs";
import { logIn, overHttp, request } from "./code-flow.mjs";

const issuer = new URL(process.env.SERDAB ?? "http://localhost:9000");
const initialAccessToken = process.env.INITIAL_ACCESS_TOKEN;
const redirect_uri = "http://127.0.0.1:8790/cb";
const scope = "openid email";

const as = await step("discovers the server", async () =>
  oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, overHttp)),
);

async function registers(options) {
  const metadata = { client_name: "Photos", redirect_uris: [redirect_uri], scope };
  const response = await oauth.dynamicClientRegistrationRequest(as, metadata, { ...options, ...overHttp });
  return oauth.processDynamicClientRegistrationResponse(response);
}

async function isUsedAndDeleted(client) {
  await step("it signs a person in", async () => {
    const authentication = oauth.ClientSecretBasic(client.client_secret);
    const { tokens } = await logIn(as, client, authentication, { redirect_uri, scope });
    const sub = oauth.getValidatedIdTokenClaims(tokens).sub;
    const response = await oauth.userInfoRequest(as, client, tokens.access_token, overHttp);
    assert.equal((await oauth.processUserInfoResponse(as, client, sub, response)).email, "demo@example.com");
  });

  await step("it is deleted, and unknown from then on", async () => {
    const managed = (method) =>
      oauth.protectedResourceRequest(
        client.registration_access_token, method, new URL(client.registration_client_uri), undefined, undefined, overHttp);
    assert.equal((await (await managed("GET")).json()).client_name, "Photos");
    assert.equal((await managed("DELETE")).status, 204);
    const { address } = await request(as, client, { redirect_uri, scope });
    assert.equal((await new Browser().open(address)).status, 400);
  });
}

await isUsedAndDeleted(
  await step("an app registers itself with an initial access token", () => registers({ initialAccessToken })),
);

await step("the token was for one app", () =>
  assert.rejects(registers({ initialAccessToken }), oauth.WWWAuthenticateChallengeError),
);

await isUsedAndDeleted(await step("an app registers itself without one", () => registers()));
