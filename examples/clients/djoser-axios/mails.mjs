// Reads what the server mailed, as files (serdab.mail.directory).
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const directory = process.env.MAILS ?? "mails";

/** The newest mail to an address: its subject, its text, and the uid and token of its link. */
export async function newestMailTo(email) {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".eml")).sort().reverse();
  for (const name of names) {
    const mail = await readFile(join(directory, name), "latin1");
    if (header(mail, "To").includes(email)) {
      const text = textOf(mail);
      const [, uid, token] = text.match(/https?:\/\/\S+\/([\w-]+)\/([\w-]+)\s/) ?? [];
      return { subject: header(mail, "Subject"), text, uid, token };
    }
  }
  throw new Error(`no mail to ${email} in ${directory}`);
}

function header(part, name) {
  const head = part.split(/\r?\n\r?\n/, 1)[0].replace(/\r?\n[ \t]+/g, " ");
  return head.match(new RegExp(`^${name}: *(.*)$`, "im"))?.[1] ?? "";
}

/** The plain text of multipart/alternative. */
function textOf(mail) {
  const boundary = header(mail, "Content-Type").match(/boundary="?([^";]+)"?/)[1];
  const part = mail
    .split(`--${boundary}`)
    .map((text) => text.replace(/^\r?\n/, ""))
    .find((text) => header(text, "Content-Type").startsWith("text/plain"));
  const body = part.replace(/^[\s\S]*?\r?\n\r?\n/, "");
  switch (header(part, "Content-Transfer-Encoding").toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64").toString("utf8");
    case "quoted-printable":
      return Buffer.from(
        body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
        "latin1",
      ).toString("utf8");
    default:
      return Buffer.from(body, "latin1").toString("utf8");
  }
}
