import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { type Checkpoint, findCheckpoint } from "./checkpoint.ts";
import { findDecimal } from "./decimal.ts";
import { hashBytes } from "./hash.ts";
import { findNote, formatNote, type Note } from "./note.ts";

/** A C2SP `.tlog-proof`: that the leaf at `index` is in the log that the checkpoint states. */
export interface TlogProof {
  /** Opaque to this format and not authenticated by it: use only what hashes into the leaf or is signed. */
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  readonly note: Note;
}

const firstLine = "c2sp.org/tlog-proof@v1";
export const tlogProofCharsMax = 2 * 1024 * 1024;
/** Sizes stay below 2^53, and a proof has one hash a level. */
export const proofHashesMax = 64;

/** The proof's one spelling. Throws RangeError for parts that no proof has. */
export function formatTlogProof(proof: TlogProof): string {
  const extra = proof.extra === undefined ? "" : `extra ${toBase64(proof.extra)}\n`;
  const hashes = proof.proof.map((hash) => `${toBase64(hash)}\n`).join("");
  const text = `${firstLine}\n${extra}index ${proof.index}\n${hashes}\n${formatNote(proof.note)}`;
  if (findTlogProof(text) === undefined) throw new RangeError("not the parts of a proof");
  return text;
}

/** The proof in this text with the checkpoint that it states, or undefined where it is none. Nothing is verified yet. */
export function findTlogProof(text: string): (TlogProof & { readonly checkpoint: Checkpoint }) | undefined {
  if (text.length > tlogProofCharsMax) return undefined;
  const split = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split("\n");
  if (first !== firstLine) return undefined;
  const extraText = lines[0]?.startsWith("extra ") ? lines.shift()?.slice("extra ".length) : undefined;
  const extra = extraText === undefined ? undefined : findBase64(extraText);
  if (extraText !== undefined && extra === undefined) return undefined;
  const indexLine = lines.shift();
  const index = indexLine?.startsWith("index ") ? findDecimal(indexLine.slice("index ".length)) : undefined;
  const proof = findHashLines(lines, proofHashesMax);
  const note = findNote(text.slice(split + 2));
  const checkpoint = note === undefined ? undefined : findCheckpoint(note.text);
  if (index === undefined || proof === undefined || note === undefined || checkpoint === undefined) return undefined;
  return { extra, index, proof, note, checkpoint };
}

/** One base64 hash of 32 bytes a line, or undefined where a line is not that or there are too many. */
export function findHashLines(lines: readonly string[], linesMax: number): Uint8Array[] | undefined {
  if (lines.length > linesMax) return undefined;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = findBase64(line);
    if (hash?.length !== hashBytes) return undefined;
    hashes.push(hash);
  }
  return hashes;
}
