// A log-in with oauth4webapi: the request, the person's answer to it, the tokens.
import * as oauth from "oauth4webapi";
import { Browser } from "../browser.mjs";

export const overHttp = { [oauth.allowInsecureRequests]: true }; // the server is on this machine

export async function request(as, client, { redirect_uri, scope }) {
  const verifier = oauth.generateRandomCodeVerifier();
  const nonce = oauth.generateRandomNonce();
  const state = oauth.generateRandomState();
  const address = new URL(as.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri,
    response_type: "code",
    scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  });
  return { address, verifier, nonce, state };
}

export async function logIn(as, client, authentication, { redirect_uri, scope }) {
  const { address, verifier, nonce, state } = await request(as, client, { redirect_uri, scope });
  const callback = await new Browser().logIn(address);
  const parameters = oauth.validateAuthResponse(as, client, callback, state);
  const response = await oauth.authorizationCodeGrantRequest(
    as, client, authentication, parameters, redirect_uri, verifier, overHttp);
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  return { tokens, response };
}
