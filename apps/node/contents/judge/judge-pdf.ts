import { constants, inflateSync } from "node:zlib";
import { holdsMarkup, latin1 } from "./find-bytes.ts";
import { isInflateError } from "./inflate-error.ts";
import { Fault, type Judgement } from "./judgement.ts";

/** Readers look for the end mark this far from the end (ISO 32000-1, note to 7.5.5, has 1,024). */
const endWithin = 2_048;
const headBytes = 1_024;
/** Object streams hold names that are not seen from outside. So many are opened, each up to so many bytes. */
const objectStreamsMax = 5_000;
const objectStreamBytesMax = 4 * 1024 * 1024;
const openedBytesMax = 128 * 1024 * 1024;
/** From the word ObjStm to its data. */
const dictionaryBytesMax = 1_024;

/**
 * What makes a PDF act, reach out, carry other files or hide its content (ISO 32000-1, 7.6, 7.11, 12.6). Scripts stand in
 * actions of the kinds JavaScript and Rendition only; names too short to be told from noise are not looked for.
 */
const acting =
  /\/(?:JavaScript|Rendition|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|Encrypt)(?![A-Za-z])|\/XFA\s*[[\d]/;

/** A PDF from its first byte to its end mark. One that may act is kept, untrusted. */
export function judgePdf(bytes: Uint8Array): Judgement {
  const text = latin1(bytes);
  const end = text.lastIndexOf("%%EOF");
  if (end < 0 || end < text.length - endWithin) throw new Fault("FILE_DAMAGED");
  const behind = text.slice(end + "%%EOF".length);
  if (holdsMarkup(text.slice(0, headBytes)) || holdsMarkup(behind)) throw new Fault("FILE_TWO_KINDS");
  const untrusted = !/^[\s\0]*$/.test(behind) || acting.test(unescapedNames(text)) || actsInObjectStream(bytes, text);
  return { type: "application/pdf", untrusted };
}

/** Names may spell any character as # and two digits (7.3.5). */
function unescapedNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function actsInObjectStream(bytes: Uint8Array, text: string): boolean {
  let left = openedBytesMax;
  let streams = 0;
  for (let at = text.indexOf("ObjStm"); at >= 0; at = text.indexOf("ObjStm", at + 1)) {
    if (++streams > objectStreamsMax) return true;
    const data = dataAfter(text, at);
    if (data === undefined) continue;
    const opened = findInflated(bytes.subarray(data), left);
    // What cannot be looked into is not trusted.
    if (opened === undefined || acting.test(unescapedNames(opened))) return true;
    left -= opened.length;
  }
  return false;
}

/** Where the data of the stream begins whose dictionary holds the word at `at`. */
function dataAfter(text: string, at: number): number | undefined {
  const found = /stream\r?\n/.exec(text.slice(at, at + dictionaryBytesMax));
  return found === null ? undefined : at + found.index + found[0].length;
}

function findInflated(data: Uint8Array, bytesMax: number): string | undefined {
  try {
    const maxOutputLength = Math.max(1, Math.min(objectStreamBytesMax, bytesMax));
    return inflateSync(data, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch (error) {
    if (isInflateError(error)) return undefined;
    throw error;
  }
}
