import { toBase64 } from "@mingbai/codec/base64";
import { findDecimal } from "@mingbai/ledger/proofs/decimal";
import { findNote, formatNote, type Note, noteCharsMax } from "@mingbai/ledger/proofs/note";
import { findHashLines } from "@mingbai/ledger/proofs/tlog-proof";

/** The body of `POST <witness>/add-checkpoint` (C2SP tlog-witness). */
export interface WitnessRequest {
  /** Size that the caller believes the witness cosigned last. */
  readonly oldSize: number;
  /** Consistency proof from the old size. */
  readonly proof: readonly Uint8Array[];
  readonly note: Note;
}

/** The specification's limit. */
export const consistencyHashesMax = 63;
export const witnessRequestCharsMax = noteCharsMax + 4_096;

/** The request's one spelling. Throws RangeError for parts that no request has. */
export function formatWitnessRequest(request: WitnessRequest): string {
  const hashes = request.proof.map((hash) => `${toBase64(hash)}\n`).join("");
  const text = `old ${request.oldSize}\n${hashes}\n${formatNote(request.note)}`;
  if (findWitnessRequest(text) === undefined) throw new RangeError("not the parts of a witness request");
  return text;
}

/** The request in this text, or undefined where it is none. */
export function findWitnessRequest(text: string): WitnessRequest | undefined {
  if (text.length > witnessRequestCharsMax) return undefined;
  const split = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split("\n");
  const oldSize = first?.startsWith("old ") ? findDecimal(first.slice("old ".length)) : undefined;
  const proof = findHashLines(lines, consistencyHashesMax);
  const note = findNote(text.slice(split + 2));
  return oldSize === undefined || proof === undefined || note === undefined ? undefined : { oldSize, proof, note };
}
