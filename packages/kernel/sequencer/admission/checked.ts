import type { HashedLines } from "@mingbai/codec/line-tree/hash-lines";
import type { Checked } from "@mingbai/ledger/transaction/check-envelope";

/** A request to a checking thread; memory that is not shared travels along and comes back. */
export interface CheckRequest {
  readonly ticket: number;
  readonly bytes: Uint8Array;
  readonly envelopesMax: number;
  /** Number of the connection that it came by: before a signature is checked, turns go by connection. */
  readonly sender: number;
}

export interface CheckReply extends Omit<CheckRequest, "envelopesMax" | "sender"> {
  /** One each, in order. An envelope whose length cannot be told, or one too many, ends the list. */
  readonly checked: readonly Checked[];
}

/** Bytes with the verdict on each envelope in them. */
export interface CheckedBytes {
  readonly bytes: Uint8Array;
  readonly checked: readonly Checked[];
}

/** Whoever checks envelopes for a sequencer: threads, usually. */
export interface Checker {
  /** Takes the memory over and gives it back with the verdicts. `sender`: whose turn it takes. */
  check(bytes: Uint8Array, envelopesMax: number, sender?: number): Promise<CheckedBytes>;
  close(): Promise<void>;
}

/** What `postMessage` shall move rather than copy: nothing where both threads see the memory anyway. */
export function movedWith({ buffer }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

/** What is hashed of the lines of an envelope that has none. */
export const noLines: HashedLines = { root: new Uint8Array(32), groupRoots: new Uint8Array() };
