// Somebody at a browser: keeps cookies, follows redirects, fills in forms. No library: what is tried beside it is the
// client's.
import http from "node:http";
import https from "node:https";
import { text } from "node:stream/consumers";

const server = process.env.SERDAB ?? "http://localhost:9000";
const demo = { email: "demo@example.com", password: "serdab-demo-person" };

export class Browser {
  #cookies = new Map(); // by host: they know no ports (RFC 6265 §8.5)
  #origins;

  /** @param app the origin of an app that is opened too; what is sent to others is looked at and not opened */
  constructor(app) {
    this.#origins = [server, app].filter(Boolean).map((address) => new URL(address).origin);
  }

  /** Opens an address; answers the page, or the address of an app that is not opened. */
  async open(address, form) {
    let url = new URL(address, server);
    let body = form && new URLSearchParams(form);
    for (let redirects = 0; redirects < 10; redirects++) {
      if (!this.#origins.includes(url.origin)) {
        return { app: url };
      }
      const cookies = this.#cookies.get(url.hostname) ?? new Map();
      this.#cookies.set(url.hostname, cookies);
      const response = await send(url, body, [...cookies].map((pair) => pair.join("=")).join("; "));
      for (const cookie of response.headers["set-cookie"] ?? []) {
        const [name, value] = cookie.split(";", 1)[0].split(/=(.*)/s);
        cookies.set(name, value);
      }
      const { location } = response.headers;
      if (!location) {
        return { url, status: response.statusCode, html: await text(response) };
      }
      response.resume();
      url = new URL(location, url);
      body = undefined;
    }
    throw new Error(`redirected in circles: ${url}`);
  }

  /** Presses a button, which sends the form around it. */
  press(page, button, typed = {}) {
    const form = page.html.match(/<form\b[^]*?<\/form>/g).find((html) => html.includes(`id="${button}"`));
    const fields = [...form.matchAll(/<(?:input|button)\b[^>]*>/g)]
      .map(([tag]) => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])))
      .filter((field) => field.name && (field.type !== "submit" || field.id === button))
      .map((field) => [field.name, typed[field.name] ?? unescaped(field.value ?? "")]);
    return this.open(new URL(unescaped(form.match(/action="([^"]*)"/)[1]), page.url), fields);
  }

  /** The whole way of a person: signs in and allows where that is asked. Answers what comes then. */
  async signIn(address) {
    let page = await this.open(address);
    if (page.url?.pathname === "/sign-in") {
      page = await this.press(page, "sign-in", demo);
    }
    if (page.url?.pathname === "/consent") {
      page = await this.press(page, "allow");
    }
    return page;
  }

  /** The same for an app that is not opened. Answers what it is told. */
  async logIn(address) {
    const page = await this.signIn(address);
    if (!page.app) {
      throw new Error(`not sent back to the app, but at ${page.url}: ${page.html.match(/<h1[^>]*>([^<]*)/)?.[1]}`);
    }
    return page.app;
  }

  /** Types a device's code and allows it. */
  async allowDevice(address) {
    let page = await this.open(address);
    if (page.url.pathname === "/sign-in") {
      page = await this.press(page, "sign-in", demo);
    }
    return this.press(await this.press(page, "look"), "allow");
  }
}

/** Not with fetch, which says that it is no browser (Sec-Fetch-Mode). */
function send(url, form, cookie) {
  const headers = { accept: "text/html", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", cookie };
  if (form) {
    headers["content-type"] = "application/x-www-form-urlencoded";
  }
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((answer, fail) =>
    request(url, { method: form ? "POST" : "GET", headers }, answer)
      .on("error", fail)
      .end(form?.toString()),
  );
}

function unescaped(html) {
  return html.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

let done = 0;

/** Does one step, and says so. */
export async function step(name, work) {
  const result = await work();
  console.log(`ok ${++done}  ${name}`);
  return result;
}
