/** What the stateless check of one envelope found: pure, so that it can be done in any thread, on any node. */
export type Checked =
  | { readonly fault: CheckFault }
  | { readonly linesRoot: Uint8Array<ArrayBuffer>; readonly groupRoots: Uint8Array<ArrayBuffer> };
export type CheckFault = "MALFORMED" | "BODY_HASH_WRONG" | "SIGNATURE_WRONG";

/** A request to a checking thread; memory that is not shared travels along and comes back. */
export interface CheckRequest {
  readonly ticket: number;
  readonly bytes: Uint8Array;
  readonly envelopesMax: number;
}

export interface CheckReply extends Omit<CheckRequest, "envelopesMax"> {
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
  /** Takes the memory over and gives it back with the verdicts. */
  check(bytes: Uint8Array, envelopesMax: number): Promise<CheckedBytes>;
  close(): Promise<void>;
}

/** What `postMessage` shall move rather than copy: nothing where both threads see the memory anyway. */
export function movedWith({ buffer }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
