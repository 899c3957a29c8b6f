import { concat, utf8 } from "@mingbai/codec/bytes";
import { findRosterNote, type RosterNote } from "@mingbai/ledger/proofs/roster-note";
import { cosigningFrames } from "./frame-type.ts";

/** A roster's note with the signatures that the sender has: type | the note's text in UTF-8. */
export function encodeRosterFrame(text: string): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(cosigningFrames.rosterNote), utf8(text));
}

/** The note in a frame, its signatures not judged; undefined where the bytes are none. */
export function findRosterFrame(frame: Uint8Array): RosterNote | undefined {
  if (frame[0] !== cosigningFrames.rosterNote) return undefined;
  // What is not UTF-8 becomes another text than was signed.
  return findRosterNote(new TextDecoder("utf-8", { ignoreBOM: true }).decode(frame.subarray(1)));
}
