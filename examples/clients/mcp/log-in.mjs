// An MCP client that knows the address of an API and nothing else: it finds the server, gets known there in one of two
// ways, signs its person in and calls the API.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Browser, step } from "../browser.mjs";
import { Client } from "./client.mjs";

const serverUrl = `${process.env.DEMO_API ?? "http://localhost:8090"}/notes`;
const certificate = process.env.LOCALHOST_P12;

function call(client) {
  const token = client?.tokens().access_token;
  return fetch(serverUrl, { headers: token ? { authorization: `Bearer ${token}` } : {} });
}

async function logsIn(client) {
  await step("the API says where tokens come from", async () => {
    const refused = await call();
    assert.equal(refused.status, 401);
    client.challenge = extractWWWAuthenticateParams(refused);
    assert.ok(client.challenge.resourceMetadataUrl);
  });

  await step("finds the server, and is known there", async () => {
    assert.equal(await auth(client, { serverUrl, ...client.challenge }), "REDIRECT");
    const asked = client.address.searchParams;
    assert.equal(asked.get("resource"), new URL(serverUrl).origin);
    assert.equal(asked.get("code_challenge_method"), "S256");
  });

  await step("logs a person in", async () => {
    const callback = await new Browser().logIn(client.address);
    assert.equal(callback.searchParams.get("state"), client.state());
    const answer = { authorizationCode: callback.searchParams.get("code") };
    assert.equal(await auth(client, { serverUrl, ...client.challenge, ...answer }), "AUTHORIZED");
  });

  await step("calls the API", async () => assert.equal((await call(client)).status, 200));

  await step("gets new tokens without the person", async () => {
    const before = client.tokens().access_token;
    assert.equal(await auth(client, { serverUrl, ...client.challenge }), "AUTHORIZED");
    assert.notEqual(client.tokens().access_token, before);
    assert.equal((await call(client)).status, 200);
  });
}

console.log("A client that registers itself (RFC 7591)");
const registered = new Client();
await logsIn(registered);
assert.notEqual(registered.clientInformation().client_id, undefined);

if (certificate) {
  console.log("A client that a document describes");
  const site = createServer({ pfx: readFileSync(certificate), passphrase: "certificate" }, (request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ client_id: described.clientMetadataUrl, ...described.clientMetadata }));
  });
  await new Promise((listening) => site.listen(0, "localhost", listening));
  const described = new Client(`https://localhost:${site.address().port}/client.json`);
  try {
    await logsIn(described);
    assert.equal(described.clientInformation().client_id, described.clientMetadataUrl);
  } finally {
    site.close();
  }
} else {
  console.log("No LOCALHOST_P12: the log-in with a document is left out");
}
