// A single-page app's log-in, renewal and sign-out.
import assert from "node:assert/strict";
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from "oidc-client-ts";
import { Browser, step } from "../browser.mjs";
import { fetchFrom } from "./page.mjs";

const authority = process.env.SERDAB ?? "http://localhost:9000";
const plainFetch = globalThis.fetch;
const preflights = [];
const fromPage = fetchFrom("http://localhost:5173", plainFetch, preflights);
const browser = new Browser();

/** What the library calls is called from the page; the browser's own visits are not. */
async function onPage(work) {
  globalThis.fetch = fromPage;
  try {
    return await work();
  } finally {
    globalThis.fetch = plainFetch;
  }
}

const app = new OidcClient({
  authority,
  client_id: "spa",
  redirect_uri: "http://localhost:5173/callback",
  post_logout_redirect_uri: "http://localhost:5173/",
  scope: "openid profile email offline_access",
  loadUserInfo: true,
  stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
});

const user = await step("logs a person in, and asks who it is", async () => {
  const request = await onPage(() => app.createSigninRequest({ state: { back: "/notes" } }));
  const callback = await browser.logIn(request.url);
  const response = await onPage(() => app.processSigninResponse(callback.href));
  assert.equal(response.profile.email, "demo@example.com");
  assert.deepEqual(response.userState, { back: "/notes" });
  assert.deepEqual(preflights, ["/userinfo"]); // for its Authorization; the other requests need none
  return response;
});

await step("renews its tokens with the refresh token", async () => {
  const state = {
    refresh_token: user.refresh_token,
    id_token: user.id_token,
    session_state: null,
    scope: user.scope,
    profile: user.profile,
  };
  const next = await onPage(() => app.useRefreshToken({ state }));
  assert.notEqual(next.access_token, user.access_token);
  assert.ok(next.refresh_token);
});

await step("a page of another origin gets nothing", async () => {
  const stranger = fetchFrom("https://stranger.example", plainFetch);
  const headers = { authorization: `Bearer ${user.access_token}` };
  await assert.rejects(stranger(`${authority}/userinfo`, { headers }), /preflight .* was refused/);
  await assert.rejects(stranger(`${authority}/oauth2/token`, { method: "POST" }), /does not open its answer/);
});

await step("signs the person out", async () => {
  const request = await onPage(() => app.createSignoutRequest({ id_token_hint: user.id_token }));
  const left = await browser.open(request.url);
  assert.equal((left.app ?? left.url).origin, "http://localhost:5173");
});
