// fetch as a page of one origin has it: asks first where a browser would, and keeps answers from the page that the
// server does not open to its origin (Fetch Standard §3.3).
const simple = ["accept", "accept-language", "content-language"];
const simpleBody = /^(application\/x-www-form-urlencoded|text\/plain|multipart\/form-data)(;|$)/;

/** @param preflights is told each address that was asked first */
export function fetchFrom(origin, fetch = globalThis.fetch, preflights = []) {
  return async (url, init = {}) => {
    const headers = new Headers(init.headers);
    const unusual = [...headers.keys()].filter(
      (name) => !simple.includes(name) && !(name === "content-type" && simpleBody.test(headers.get(name))),
    );
    if (unusual.length > 0) {
      const asked = await fetch(url, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": init.method ?? "GET",
          "access-control-request-headers": unusual.join(","),
        },
      });
      const allowed = (asked.headers.get("access-control-allow-headers") ?? "").toLowerCase();
      if (!asked.ok || !opens(asked, origin) || unusual.some((name) => !allowed.includes(name))) {
        throw new TypeError(`the preflight to ${url} was refused`);
      }
      preflights.push(new URL(url).pathname);
    }
    headers.set("origin", origin);
    const response = await fetch(url, { ...init, headers });
    if (!opens(response, origin)) {
      throw new TypeError(`${url} does not open its answer to ${origin}`);
    }
    return response;
  };
}

function opens(response, origin) {
  return [origin, "*"].includes(response.headers.get("access-control-allow-origin"));
}
