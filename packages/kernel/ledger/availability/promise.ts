import { concat, viewOf } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { findU64, putU64 } from "@mingbai/codec/u64";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import type { Roster } from "../genesis/roster.ts";

/**
 * What a node says when it has received a transaction and stored it: that it stands in the log by this height. A leaf
 * behind that height is evidence against the node, for anybody who has the roster of that epoch: no transaction has two.
 */
export interface ReceivedPromise {
  /** Of the node's number. */
  readonly epoch: number;
  /** Member number of the node. */
  readonly node: number;
  readonly byHeight: number;
  /** Transaction id, 32 bytes. */
  readonly id: Uint8Array;
}

/** A promise with the signature of the node's ack key, 64 bytes. */
export interface SignedPromise extends ReceivedPromise {
  readonly signature: Uint8Array;
}

const at = { epoch: 0, node: 4, byHeight: 6, id: 14, signature: 46 };
/** u32 epoch, u16 node, u64 height, transaction id 32, signature 64. */
export const signedPromiseBytes = at.signature + 64;

/** The bytes that travel. Throws RangeError on a field that does not fit. */
export function encodePromise(promise: SignedPromise): Uint8Array<ArrayBuffer> {
  const bytes = concat(encodeFields(promise), promise.signature);
  if (bytes.length !== signedPromiseBytes) throw new RangeError("a promise's field does not fit its place");
  return bytes;
}

/** The promise in these bytes, its signature not judged; undefined where they are none. */
export function findPromise(bytes: Uint8Array): SignedPromise | undefined {
  if (bytes.length !== signedPromiseBytes) return undefined;
  const byHeight = findU64(bytes, at.byHeight);
  if (byHeight === undefined) return undefined;
  const view = viewOf(bytes);
  return {
    epoch: view.getUint32(at.epoch, true),
    node: view.getUint16(at.node, true),
    byHeight,
    id: bytes.slice(at.id, at.signature),
    signature: bytes.slice(at.signature),
  };
}

/** Whether the node that the promise names made it, by the roster of its epoch. */
export function isValidPromise(
  promise: SignedPromise,
  { chain, roster }: { readonly chain: Uint8Array; readonly roster: Roster },
): boolean {
  const member = roster.members[promise.node];
  if (member === undefined || promise.epoch !== roster.epoch) return false;
  const { id, signature } = promise;
  const publicKey = fromHex(member.ackKey);
  return verifySignature({ scheme: "ed25519", publicKey, message: promiseMessage(chain, promise), signature, id });
}

/** What is signed: context, SHA-256 of the chain, the fields. Throws RangeError on a field that does not fit. */
export function promiseMessage(chain: Uint8Array, promise: ReceivedPromise): Uint8Array {
  return concat(contextBytes.promise, sha256(chain), encodeFields(promise));
}

function encodeFields({ epoch, node, byHeight, id }: ReceivedPromise): Uint8Array {
  const bytes = new Uint8Array(at.signature);
  const view = viewOf(bytes);
  view.setUint32(at.epoch, epoch, true);
  view.setUint16(at.node, node, true);
  putU64(bytes, at.byHeight, byHeight);
  if (view.getUint32(at.epoch, true) !== epoch || view.getUint16(at.node, true) !== node || id.length !== 32) {
    throw new RangeError("a promise's field does not fit its place");
  }
  bytes.set(id, at.id);
  return bytes;
}
