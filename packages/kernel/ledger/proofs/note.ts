import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { concat, utf8, viewOf } from "@mingbai/codec/bytes";

/** A C2SP signed note: text that ends in a newline, and who signed it. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Big-endian u32 in the signature line: it says which key and algorithm. */
  readonly keyId: number;
  readonly signature: Uint8Array;
}

/** The specification asks for 16 at least; a checkpoint carries the log's and one for each cosigner. */
export const noteSignaturesMax = 128;
export const noteCharsMax = 64 * 1024;

const signatureMark = "— ";

/** The note's one spelling. Throws RangeError for parts that no note has. */
export function formatNote(note: Note): string {
  const text = `${note.text}\n${note.signatures.map(formatSignatureLine).join("")}`;
  if (findNote(text) === undefined) throw new RangeError("not the parts of a signed note");
  return text;
}

/** `— name base64(key id ‖ signature)` and a newline. */
export function formatSignatureLine(signature: NoteSignature): string {
  const id = new Uint8Array(4);
  viewOf(id).setUint32(0, signature.keyId);
  return `${signatureMark}${signature.name} ${toBase64(concat(id, signature.signature))}\n`;
}

/** The note in this text, or undefined where it is none. What it says means nothing until its signatures are checked. */
export function findNote(text: string): Note | undefined {
  if (text.length > noteCharsMax || !text.isWellFormed() || hasControls(text)) return undefined;
  const split = text.lastIndexOf("\n\n");
  if (split < 0 || !text.endsWith("\n")) return undefined;
  const lines = text.slice(split + 2, -1).split("\n");
  const signatures = findSignatures(lines);
  return signatures === undefined ? undefined : { text: text.slice(0, split + 1), signatures };
}

/** The signatures of these lines (without newlines), or undefined where one is not a signature line or there is none. */
export function findSignatures(lines: readonly string[]): NoteSignature[] | undefined {
  if (lines.length === 0 || lines.length > noteSignaturesMax) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = findSignature(line);
    if (signature === undefined) return undefined;
    signatures.push(signature);
  }
  return signatures;
}

function findSignature(line: string): NoteSignature | undefined {
  const [name, encoded, ...more] = line.slice(signatureMark.length).split(" ");
  if (!line.startsWith(signatureMark) || name === undefined || encoded === undefined || more.length > 0)
    return undefined;
  const bytes = findBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length <= 4) return undefined;
  return { name, keyId: viewOf(bytes).getUint32(0), signature: bytes.slice(4) };
}

/** A key's name: not empty, no Unicode space, no plus. */
export function isKeyName(name: string): boolean {
  return (
    name.length > 0 && name.isWellFormed() && !/[\s\u0085+]/u.test(name) && !hasControls(name) && !name.includes("\n")
  );
}

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}

/** The bytes that an Ed25519 note signature is over. */
export function noteBytes(text: string): Uint8Array<ArrayBuffer> {
  return utf8(text);
}
