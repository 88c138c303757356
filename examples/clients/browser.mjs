// Somebody at a browser: keeps cookies, follows redirects within the server, fills in forms. No library: what is tried
// beside it is the client's.
const server = process.env.SERDAB ?? "http://localhost:9000";

export class Browser {
  #cookies = new Map();

  constructor(email = "demo@example.com", password = "serdab-demo-person") {
    this.email = email;
    this.password = password;
  }

  /** Opens an address; answers the page, or the address of an app that the browser was sent to. */
  async open(address, form) {
    let url = new URL(address, server);
    let body = form && new URLSearchParams(form);
    for (let redirects = 0; redirects < 10; redirects++) {
      if (url.origin !== new URL(server).origin) {
        return { app: url };
      }
      const headers = { accept: "text/html", cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; ") };
      const response = await fetch(url, { method: body ? "POST" : "GET", body, headers, redirect: "manual" });
      for (const cookie of response.headers.getSetCookie()) {
        const [name, value] = cookie.split(";", 1)[0].split(/=(.*)/s);
        this.#cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (!location) {
        return { url, status: response.status, html: await response.text() };
      }
      url = new URL(location, url);
      body = undefined;
    }
    throw new Error(`redirected in circles: ${url}`);
  }

  /** Presses a button of a page's form. */
  press(page, button, typed = {}) {
    const fields = [...page.html.matchAll(/<(?:input|button)\b[^>]*>/g)]
      .map(([tag]) => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])))
      .filter((field) => field.name && (field.type !== "submit" || field.id === button))
      .map((field) => [field.name, typed[field.name] ?? text(field.value ?? "")]);
    return this.open(new URL(text(page.html.match(/<form[^>]*action="([^"]*)"/)[1]), page.url), fields);
  }

  /** The whole way of a person: signs in and allows where that is asked. Answers where the app is told. */
  async logIn(address) {
    let page = await this.open(address);
    if (page.url?.pathname === "/sign-in") {
      page = await this.press(page, "sign-in", { email: this.email, password: this.password });
    }
    if (page.url?.pathname === "/consent") {
      page = await this.press(page, "allow");
    }
    if (!page.app) {
      throw new Error(`not sent back to the app, but at ${page.url}: ${page.html.match(/<h1[^>]*>([^<]*)/)?.[1]}`);
    }
    return page.app;
  }

  /** Types a device's code and allows it. */
  async allowDevice(address) {
    let page = await this.open(address);
    if (page.url.pathname === "/sign-in") {
      page = await this.press(page, "sign-in", { email: this.email, password: this.password });
    }
    return this.press(await this.press(page, "look"), "allow");
  }
}

function text(html) {
  return html.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

let done = 0;

/** Does one step, and says so. */
export async function step(name, work) {
  const result = await work();
  console.log(`ok ${++done}  ${name}`);
  return result;
}
