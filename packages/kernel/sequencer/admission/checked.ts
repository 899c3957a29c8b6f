import type { HashedLines } from "@mingbai/codec/line-tree/hash-lines";
import type { ContainerHeader } from "@mingbai/ledger/container/container";
import type { ContainerVerdict } from "@mingbai/ledger/container/stateless-check";
import type { Checked } from "@mingbai/ledger/transaction/check-envelope";

/** A request to a checking thread. */
export interface CheckRequest {
  readonly ticket: number;
  /** Number of the connection that it came by: before a signature is checked, turns go by connection. */
  readonly sender: number;
  readonly job: EnvelopesJob | ContainerJob;
}

/** Envelopes one after another; memory that is not shared travels along and comes back. */
export interface EnvelopesJob {
  readonly bytes: Uint8Array;
  readonly envelopesMax: number;
}

/** A container as another member pushed it, its body in memory that all threads see where that is worth it. */
export interface ContainerJob {
  readonly header: ContainerHeader;
  readonly body: Uint8Array;
}

export interface CheckReply {
  readonly ticket: number;
  readonly result: CheckedBytes | ContainerVerdict;
}

/** Bytes with the verdict on each envelope in them. */
export interface CheckedBytes {
  readonly bytes: Uint8Array;
  /** One each, in order. An envelope whose length cannot be told, or one too many, ends the list. */
  readonly checked: readonly Checked[];
}

/** Whoever checks containers of other members. */
export interface ContainerChecker {
  /** The body stays readable and must not change meanwhile. `sender`: whose turn it takes. */
  checkContainer(header: ContainerHeader, body: Uint8Array, sender?: number): Promise<ContainerVerdict>;
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
