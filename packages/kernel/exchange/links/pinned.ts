import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { MemberAddress } from "./member-address.ts";

/** A node that follows the ledger without a vote. It calls, it is never called, so that it needs no address. */
export interface Observer {
  /** A number beyond the roster's, by which the exchange tells it from members. */
  readonly member: number;
  /** Raw Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Who may be linked to, in one epoch. */
export interface PinnedKeys {
  readonly epoch: number;
  /** This node may stand among them; it is left out. */
  readonly members: readonly MemberAddress[];
  readonly observers?: readonly Observer[];
}

/** Somebody this node may be linked to; `address` where this node is the one that dials. */
export interface Pinned {
  readonly member: number;
  readonly publicKey: Uint8Array;
  readonly address: MemberAddress | undefined;
}

/**
 * The peers of a node by key in hex. Of two members the one with the lower key dials: both know it without a word, and no
 * two connections can cross. An observer dials every member. Throws RangeError where one key or one number stands twice.
 */
export function pinnedPeers(ownKey: Uint8Array, { members, observers = [] }: PinnedKeys): Map<string, Pinned> {
  const own = toHex(ownKey);
  const isMember = members.some(({ publicKey }) => equalBytes(publicKey, ownKey));
  const dials = (publicKey: Uint8Array): boolean => !isMember || own < toHex(publicKey);
  const all: Pinned[] = [
    ...members.map((one) => ({ ...one, address: dials(one.publicKey) ? one : undefined })),
    ...(isMember ? observers : []).map((one) => ({ ...one, address: undefined })),
  ];
  const peers = new Map(all.map((one) => [toHex(one.publicKey), one]));
  if (peers.size !== all.length) throw new RangeError("a key is pinned twice");
  if (new Set(all.map(({ member }) => member)).size !== all.length) throw new RangeError("a number is given twice");
  peers.delete(own);
  return peers;
}

/** True where a link made for one is right for the other. */
export function isSamePinned(a: Pinned, b: Pinned | undefined): boolean {
  return (
    b !== undefined &&
    a.member === b.member &&
    equalBytes(a.publicKey, b.publicKey) &&
    a.address?.host === b.address?.host &&
    a.address?.port === b.address?.port
  );
}
