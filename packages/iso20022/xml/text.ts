const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const escapes: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
const reference = /&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z]{1,8}));/y;

/** Characters that XML 1.0 (§2.2) does not have at all. */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const allNotXml = new RegExp(notXml, "gu");

/** UTF-8 with or without a byte order mark as text, or undefined where it is none or has characters that XML has not. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return notXml.test(text) ? undefined : text;
  } catch {
    // The decoder throws a TypeError for bytes that are no UTF-8; the caller names the fault.
    return undefined;
  }
}

/** Text with its references resolved, or undefined where one is none of the five of XML and no character of it. */
export function resolveReferences(raw: string): string | undefined {
  if (!raw.includes("&")) return raw;
  let text = "";
  let from = 0;
  for (let at = raw.indexOf("&"); at >= 0; at = raw.indexOf("&", from)) {
    reference.lastIndex = at;
    const found = reference.exec(raw);
    const resolved = found === null ? undefined : characterOf(found);
    if (found === null || resolved === undefined) return undefined;
    text += raw.slice(from, at) + resolved;
    from = at + found[0].length;
  }
  return text + raw.slice(from);
}

function characterOf([, hex, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return entities[name];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return notXml.test(character) ? undefined : character;
}

/** Text as it stands in an element or an attribute. Characters that XML does not have become U+FFFD. */
export function escapeText(text: string): string {
  return text.replace(allNotXml, "\ufffd").replace(/[<>&"]/g, (character) => escapes[character] ?? character);
}
