// Gets a token, writes the key that it is signed with where HAProxy reads it, and calls the API behind HAProxy.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { step } from "../browser.mjs";

const server = process.env.SERDAB ?? "http://localhost:9000";
const secret = encodeURIComponent("the secret of who calls the API, which is long enough");

async function token(resource) {
  const answer = await fetch(`${server}/oauth2/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`caller:${secret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials", resource }),
  });
  return (await answer.json()).access_token;
}

function call(token) {
  return fetch("http://127.0.0.1:8781/", { headers: token ? { authorization: `Bearer ${token}` } : {} });
}

const good = await step("gets a token", () => token("https://api.example.com"));

const directory = mkdtempSync(join(tmpdir(), "haproxy-"));
const pem = join(directory, "key.pem");
await step("fetches the key that it is signed with", async () => {
  const { kid } = JSON.parse(Buffer.from(good.split(".")[0], "base64url"));
  const { keys } = await (await fetch(`${server}/oauth2/jwks`)).json();
  const key = createPublicKey({ format: "jwk", key: keys.find((key) => key.kid === kid) });
  writeFileSync(pem, key.export({ type: "spki", format: "pem" }));
});

const haproxy = spawn("/usr/sbin/haproxy", ["-db", "-f", "haproxy.cfg"], {
  env: { KEY: pem, SERDAB: server },
  stdio: "inherit",
});
try {
  await step("HAProxy starts", async () => {
    while (!(await call().catch(() => null))) {
      assert.equal(haproxy.exitCode, null);
      await setTimeout(100);
    }
  });
  await step("nobody comes in without a token", async () => assert.equal((await call()).status, 401));
  await step("a good one opens the API", async () => {
    const answer = await call(good);
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), "notes.read");
  });
  await step("one that was changed does not", async () => {
    const [header, claims, signature] = good.split(".");
    const more = { ...JSON.parse(Buffer.from(claims, "base64url")), scope: "notes.write" };
    const changed = Buffer.from(JSON.stringify(more)).toString("base64url");
    assert.equal((await call(`${header}.${changed}.${signature}`)).status, 403);
    const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url");
    assert.equal((await call(`${unsigned}.${claims}.`)).status, 403);
  });
  await step("nor does one for another API", async () =>
    assert.equal((await call(await token("https://another.example.com"))).status, 403));
} finally {
  haproxy.kill();
  rmSync(directory, { recursive: true });
}
