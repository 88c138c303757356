// A web app with Auth.js (the engine of next-auth 5), and somebody who signs in to it.
import assert from "node:assert/strict";
import { ExpressAuth, getSession } from "@auth/express";
import express from "express";
import { Browser, step } from "../browser.mjs";

const app = "http://127.0.0.1:8791";
const auth = {
  secret: "what Auth.js encrypts its own cookies with",
  trustHost: true,
  providers: [
    {
      id: "serdab",
      name: "Serdab",
      type: "oidc",
      issuer: process.env.SERDAB ?? "http://localhost:9000",
      clientId: "auth-js",
      clientSecret: "the secret of the Auth.js app, which is long enough",
      idToken: false, // name and e-mail come from userinfo; the ID token says who alone
      checks: ["pkce", "state", "nonce"],
    },
  ],
};

const server = express()
  .use("/auth", ExpressAuth(auth))
  .get("/", async (request, response) => response.json(await getSession(request, auth)))
  .listen(8791, "127.0.0.1");

/** The app's own cookies, in the same browser. */
const cookies = new Map();

async function visit(address, form) {
  const headers = { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") };
  const body = form && new URLSearchParams(form);
  const response = await fetch(address, { method: body ? "POST" : "GET", body, headers, redirect: "manual" });
  for (const cookie of response.headers.getSetCookie()) {
    const [name, value] = cookie.split(";", 1)[0].split(/=(.*)/s);
    cookies.set(name, value);
  }
  return response;
}

try {
  const callback = await step("is sent to the server and back", async () => {
    const { csrfToken } = await (await visit(`${app}/auth/csrf`)).json();
    const sent = await visit(`${app}/auth/signin/serdab`, { csrfToken, callbackUrl: `${app}/` });
    return new Browser().logIn(sent.headers.get("location"));
  });
  await step("is signed in at the app", async () => {
    const back = await visit(callback);
    assert.equal(back.headers.get("location"), `${app}/`);
    const session = await (await visit(`${app}/`)).json();
    assert.equal(session.user.email, "demo@example.com");
  });
} finally {
  server.close();
}
