// Sends the page's only form; without scripts its button does.
document.forms[0].submit();
