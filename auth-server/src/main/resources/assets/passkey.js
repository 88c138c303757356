
// Passkeys: hands what a form asks for to the browser, and sends the form with what the browser answers.
// A form says with data-passkey what it is for, with data-options what it asks for (WebAuthn Level 3 §5.1.8, §5.1.9),
// and in which words to tell what went wrong. What needs a browser that can do it is hidden until we know that it can.

const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const canDoIt = Boolean(window.PublicKeyCredential && navigator.credentials);
const canMakeOne = async () =>
  canDoIt && await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable?.() === true;

/** The credential as JSON; not by its own toJSON(), which credentials of some password managers lack. */
function asJson({id, type, rawId, response, authenticatorAttachment}) {
  const parts = {clientDataJSON: text(response.clientDataJSON)};
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) {
      parts[name] = text(response[name]);
    }
  }
  if (response.getTransports) {
    parts.transports = response.getTransports();
  }
  return JSON.stringify(
    {id, type, rawId: text(rawId), response: parts, authenticatorAttachment, clientExtensionResults: {}});
}

function send(form, credential) {
  form.elements.credential.value = asJson(credential);
  form.submit();
}

/** Lets a form's button do something that may go wrong, and says so below it. */
function onPress(form, doIt) {
  const button = form.querySelector("[data-press]");
  const problem = form.querySelector("[data-problem]");
  button.addEventListener("click", async () => {
    problem.textContent = "";
    button.disabled = true;
    try {
      send(form, await doIt());
    } catch (error) {
      const words = {NotAllowedError: form.dataset.cancelled, InvalidStateError: form.dataset.known};
      problem.textContent = words[error.name] ?? form.dataset.failed;
      button.disabled = false;
    }
  });
  form.hidden = false;
}

function signIn(form) {
  const options = JSON.parse(form.dataset.options);
  const publicKey = {...options, challenge: bytes(options.challenge)};
  let offered = Promise.resolve();
  let withdraw = new AbortController();

  // In the list that drops down from the e-mail field; it waits until somebody takes one.
  const offer = async () => {
    if (await PublicKeyCredential.isConditionalMediationAvailable?.()) {
      withdraw = new AbortController();
      offered = navigator.credentials.get({publicKey, mediation: "conditional", signal: withdraw.signal})
        .then(credential => send(form, credential), () => {});
    }
  };

  onPress(form, async () => {
    withdraw.abort();
    await offered;
    try {
      return await navigator.credentials.get({publicKey});
    } catch (error) {
      offer();
      throw error;
    }
  });
  offer();
}

function make(form) {
  const {challenge, user, excludeCredentials, ...options} = JSON.parse(form.dataset.options);
  const publicKey = {
    ...options,
    challenge: bytes(challenge),
    user: {...user, id: bytes(user.id)},
    excludeCredentials: excludeCredentials.map(known => ({...known, id: bytes(known.id)})),
  };
  onPress(form, () => navigator.credentials.create({publicKey}));
}

/** Lets the browser forget what no longer works, and call the rest what it is called now. */
function tell({rpId, unknown, user, credentialIds}) {
  const ignored = () => {};
  if (unknown) {
    PublicKeyCredential.signalUnknownCredential?.({rpId, credentialId: unknown}).catch(ignored);
  }
  if (user) {
    const userId = user.id;
    PublicKeyCredential.signalAllAcceptedCredentials?.({rpId, userId, allAcceptedCredentialIds: credentialIds})
      .catch(ignored);
    PublicKeyCredential.signalCurrentUserDetails?.({rpId, userId, name: user.name, displayName: user.displayName})
      .catch(ignored);
  }
}

if (canDoIt) {
  document.querySelectorAll("[data-passkey=sign-in]").forEach(signIn);
  document.querySelectorAll("[data-passkey=make]").forEach(make);
  document.querySelectorAll("[data-passkey-tell]").forEach(told => tell(JSON.parse(told.dataset.passkeyTell)));
}
if (await canMakeOne()) {
  for (const form of document.querySelectorAll("form[data-passkey-offer]:not(:has([name=passkeys]))")) {
    form.append(Object.assign(document.createElement("input"), {type: "hidden", name: "passkeys", value: "possible"}));
  }
}
