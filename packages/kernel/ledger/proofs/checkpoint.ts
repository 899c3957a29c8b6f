import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { findDecimal } from "./decimal.ts";
import { hashBytes } from "./hash.ts";

/** A log's state that is signed: who it is, how many leaves, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The note text of a checkpoint: three lines, never an extension line. Throws RangeError for parts that none has. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
  if (findCheckpoint(text) === undefined) throw new RangeError("not the parts of a checkpoint");
  return text;
}

/** The checkpoint that a note's text is, or undefined for another text, and for one with extension lines. */
export function findCheckpoint(text: string): Checkpoint | undefined {
  const [origin, sizeLine, rootLine, end, ...more] = text.split("\n");
  if (!origin || sizeLine === undefined || rootLine === undefined || end !== "" || more.length > 0) return undefined;
  const size = findDecimal(sizeLine);
  const root = findBase64(rootLine);
  return size === undefined || root?.length !== hashBytes ? undefined : { origin, size, root };
}
