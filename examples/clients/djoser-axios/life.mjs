// The life of an account, as a front end leads it: sign up, activate, sign in by key and by JWT, change and reset the
// password and the address, and delete oneself. Stops at the first answer that is not as Djoser's.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { newestMailTo } from "./mails.mjs";
import { server, signIn } from "./session.mjs";

const run = Date.now().toString(36);
const ada = `ada-${run}@example.com`;
const lovelace = `lovelace-${run}@example.com`;
const countess = `countess-${run}@example.com`;
const first = "plum tree 42 lantern";
const second = "pear tree 43 lantern";
const third = "fig tree 44 lantern";

/** Calls, and expects a status; answers the body. */
async function expect(status, call) {
  const response = await call.catch((failure) => failure.response ?? Promise.reject(failure));
  assert.equal(response.status, status, `${response.config.url} answered ${JSON.stringify(response.data)}`);
  return response.data;
}

async function step(name, work) {
  await work();
  console.log(`ok  ${name}`);
}

await step("signs up, and is told what is wrong", async () => {
  const wrong = await expect(400, server.post("/users/", { email: "ada", password: "1234567", re_password: "1234567" }));
  assert.deepEqual(wrong, { name: ["This field is required."], email: ["Enter a valid email address."] });
  const body = { name: "Ada", email: ada, password: first, re_password: second };
  assert.deepEqual(await expect(400, server.post("/users/", body)), {
    non_field_errors: ["The two password fields didn't match."],
  });
  const user = await expect(201, server.post("/users/", { ...body, re_password: first }));
  assert.deepEqual(user, { name: "Ada", email: ada, id: user.id });
});

await step("activates the account from the mail", async () => {
  await expect(401, server.post("/jwt/create/", { email: ada, password: first }));
  await expect(204, server.post("/users/resend_activation/", { email: ada }));
  const { uid, token } = await newestMailTo(ada);
  await expect(204, server.post("/users/activation/", { uid, token }));
  const again = await expect(403, server.post("/users/activation/", { uid, token }));
  assert.deepEqual(again, { detail: "Stale token for given user." });
});

await step("signs in for a key, with a form, and signs out", async () => {
  const form = new URLSearchParams({ email: ada, password: first });
  const { auth_token: key } = await expect(200, server.post("/token/login/", form));
  assert.match(key, /^[0-9a-f]{40}$/);
  const headers = { Authorization: `Token ${key}` };
  assert.equal((await expect(200, server.get("/users/me/", { headers }))).email, ada);
  const multipart = new FormData();
  multipart.set("name", "Ada L.");
  assert.equal((await expect(200, server.patch("/users/me/", multipart, { headers }))).name, "Ada L.");
  await expect(204, server.post("/token/logout/", null, { headers }));
  assert.deepEqual(await expect(401, server.get("/users/me/", { headers })), { detail: "Invalid token." });
});

const session = await signIn(ada, first);

await step("signs in by JWT and stays so when the access token expires", async () => {
  const { id } = await expect(200, session.get("/users/me/"));
  assert.equal((await expect(200, session.get(`/users/${id}/`))).name, "Ada L.");
  await pause(2500);
  assert.deepEqual(await expect(200, session.get("/users/")), [{ name: "Ada L.", id, email: ada }]);
  assert.equal(session.renewals, 1);
});

await step("changes the password", async () => {
  const wrong = await expect(400, session.post("/users/set_password/", { new_password: second, current_password: third }));
  assert.deepEqual(wrong, { current_password: ["Invalid password."] });
  await expect(204, session.post("/users/set_password/", { new_password: second, current_password: first }));
  assert.match((await newestMailTo(ada)).subject, /password has been successfully changed/);
  await expect(401, server.post("/jwt/create/", { email: ada, password: first }));
});

await step("resets the password from the mail", async () => {
  await expect(204, server.post("/users/reset_password/", { email: ada }));
  const { uid, token } = await newestMailTo(ada);
  const weak = await expect(400, server.post("/users/reset_password_confirm/", { uid, token, new_password: "123" }));
  assert.ok(weak.new_password.includes("This password is entirely numeric."));
  await expect(204, server.post("/users/reset_password_confirm/", { uid, token, new_password: third }));
  const again = await expect(400, server.post("/users/reset_password_confirm/", { uid, token, new_password: first }));
  assert.deepEqual(again, { token: ["Invalid token for given user."] });
  await pause(2500);
  await expect(401, session.get("/users/me/")); // A reset signs out everything else.
});

const later = await signIn(ada, third);

await step("changes the address", async () => {
  await expect(204, later.post("/users/set_email/", { new_email: lovelace, current_password: third }));
  assert.equal((await expect(200, later.get("/users/me/"))).email, lovelace);
  assert.match((await newestMailTo(lovelace)).subject, /username has been successfully changed/);
});

await step("resets the address from the mail", async () => {
  await expect(204, server.post("/users/reset_email/", { email: lovelace }));
  const { uid, token } = await newestMailTo(lovelace);
  await expect(204, server.post("/users/reset_email_confirm/", { uid, token, new_email: countess }));
});

await step("deletes the account", async () => {
  const last = await signIn(countess, third);
  await expect(400, last.delete("/users/me/", { data: { current_password: first } }));
  await expect(204, last.delete("/users/me/", { data: { current_password: third } }));
  assert.equal((await expect(401, last.get("/users/me/"))).code, "user_not_found");
  await expect(401, server.post("/jwt/create/", { email: countess, password: third }));
});
