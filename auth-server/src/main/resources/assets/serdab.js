// What pages do with a script; all of them work without.

for (const button of document.querySelectorAll('button.show')) {
  const input = document.getElementById(button.getAttribute('aria-controls'));
  const show = shown => {
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', shown);
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  // So that password managers and the form's history see a password.
  input.form.addEventListener('submit', () => show(false));
  button.hidden = false;
}

// A second press while the answer is on its way would only be told that it came late.
for (const form of document.forms) {
  form.addEventListener('submit', event => {
    if (form.ariaBusy === 'true') {
      event.preventDefault();
      return;
    }
    form.ariaBusy = 'true';
    setTimeout(() => { form.ariaBusy = null; }, 5000);
  });
}

// Pages that a browser brings back from its memory are as they were left.
addEventListener('pageshow', () => {
  for (const form of document.forms) form.ariaBusy = null;
});

document.querySelector('form[data-send]')?.submit();
