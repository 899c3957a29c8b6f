import { holdsMarkup } from "./find-bytes.ts";
import { isCsv } from "./is-csv.ts";
import { Fault, type Judgement } from "./judgement.ts";

/** Characters that no text has: controls but tab, line feed, form feed, carriage return. */
const control = /(?![\t\n\f\r])\p{Cc}/u;
/** What browsers and systems run where they take it for a page. */
const page = /^<(?:!doctype|html|head|body|svg|script|iframe|object|embed|\?php|%|!--)/i;
const actingXml = /<!DOCTYPE|<!ENTITY|xml-stylesheet|<[\w.-]*:?(?:svg|html|script|stylesheet)[\s>]/i;
/** A cell that a spreadsheet takes for a formula. */
const formula = /(?:^|[,;\t"\n])[ ]*[=@][^\d\s]/;

/** Text in UTF-8, UTF-16 with its mark, or GB18030. Pages and scripts for browsers are refused; mention of them is not trusted. */
export function judgeText(bytes: Uint8Array): Judgement {
  const { text, charset } = decode(bytes);
  if (control.test(text)) throw new Fault("FILE_TYPE");
  const begun = text.trimStart();
  if (begun.startsWith("#!")) throw new Fault("FILE_PROGRAM");
  if (page.test(begun)) throw new Fault("FILE_PAGE");
  if (begun.startsWith("<?xml")) return judgeXml(begun);
  const kind = isCsv(text) ? "text/csv" : "text/plain";
  const untrusted = holdsMarkup(text) || (kind === "text/csv" && formula.test(text));
  return { type: `${kind}; charset=${charset}`, untrusted };
}

function judgeXml(text: string): Judgement {
  if (actingXml.test(text)) throw new Fault("FILE_PAGE");
  return { type: "application/xml", untrusted: true };
}

/** Encodings in the order in which they are tried; a mark at the beginning decides. */
function decode(bytes: Uint8Array): { text: string; charset: string } {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : undefined;
  for (const charset of marked === undefined ? (["utf-8", "gb18030"] as const) : [marked]) {
    const text = findDecoded(bytes, charset);
    if (text !== undefined) return { text, charset };
  }
  throw new Fault("FILE_TYPE");
}

function findDecoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    // A fatal decoder tells of other bytes in this one way.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
