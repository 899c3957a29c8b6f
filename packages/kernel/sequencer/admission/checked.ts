/** What the stateless check of one envelope found: pure, so that it can be done in any thread, on any node. */
export type Checked =
  | { readonly fault: CheckFault }
  | { readonly linesRoot: Uint8Array<ArrayBuffer>; readonly groupRoots: Uint8Array<ArrayBuffer> };
export type CheckFault = "MALFORMED" | "BODY_HASH_WRONG" | "SIGNATURE_WRONG";

/** A request to a checking thread; the memory travels along and comes back. */
export interface CheckRequest {
  readonly ticket: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly envelopesMax: number;
}

export interface CheckReply extends Omit<CheckRequest, "envelopesMax"> {
  /** One each, in order. An envelope whose length cannot be told, or one too many, ends the list. */
  readonly checked: readonly Checked[];
}
