// Somebody who visits an app that signs people in: node visit.mjs PAGE [SIGN-OUT]. The page tells the e-mail address of
// whoever is signed in; the other address signs them out.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { Browser, step } from "./browser.mjs";

const [page, signOut] = process.argv.slice(2);

await step("the app starts", async () => {
  for (let tries = 0; !(await fetch(page, { redirect: "manual" }).catch(() => null)); tries++) {
    assert.ok(tries < 120, `nobody answers at ${page}`);
    await setTimeout(250);
  }
});

const browser = new Browser(page);

async function isSignedIn(opened) {
  assert.equal(opened.url?.origin, new URL(page).origin, `stays at ${opened.url ?? opened.app}: ${opened.html}`);
  assert.equal(opened.status, 200);
  assert.match(opened.html, /demo@example\.com/);
}

await step("it signs a person in", async () => isSignedIn(await browser.signIn(page)));

await step("it knows them when they come again", async () => isSignedIn(await browser.open(page)));

if (signOut) {
  await step("it signs them out, and the server does", async () => {
    const asked = await browser.open(signOut);
    const left = asked.html?.includes("<form") ? await browser.press(asked) : asked;
    assert.equal(left.status, 200, left.html);
    assert.equal((await browser.open("/account")).url.pathname, "/sign-in");
    assert.equal((await browser.open(page)).url.pathname, "/sign-in");
  });
}
