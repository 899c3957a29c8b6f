import type { FileKept } from "../contents-views.ts";

/** What browsers show without acting on it. Everything else is handed over. */
const shown: ReadonlySet<string> = new Set(["application/pdf", "image/png", "image/jpeg", "text/plain"]);

/**
 * Headers under which a file is given out: a browser neither guesses another type, nor runs anything in it, nor lets
 * another site embed it, nor keeps it.
 */
export function fileHeaders({ type, name, bytes, untrusted }: FileKept): Readonly<Record<string, string>> {
  const isShown = !untrusted && shown.has(type.split(";")[0] ?? "");
  return {
    "content-type": untrusted ? "application/octet-stream" : type,
    "content-length": String(bytes),
    "content-disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${extendedValue(name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "private, no-store",
  };
}

/** RFC 8187: percent-encoded UTF-8; what encodeURIComponent leaves and the rule does not have is encoded too. */
function extendedValue(text: string): string {
  const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text.toWellFormed()).replaceAll(/['()*]/g, hex);
}
