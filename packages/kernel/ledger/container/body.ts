import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { type Envelope, readEnvelope } from "../transaction/envelope.ts";
import { type ContainerKind, containerKinds } from "./container.ts";

/** What a container's body may hold. */
export const containerUnitsMax = 131_072;
export const gatheredBytesMax = 256 * 1024;
export const inlineBytesMax = 64 * 1024;

/**
 * Digest of a body. Of a payments container only header and signature are hashed here, since the header names the
 * lines by their root: the lines are hashed once, in the tree.
 */
export function bodyRoot(
  kind: ContainerKind,
  body: Uint8Array,
  envelopes: readonly Envelope[],
): Uint8Array<ArrayBuffer> {
  const [only] = envelopes;
  if (kind !== containerKinds.payments) return sha256(contextBytes.gatheredBody, body);
  if (only === undefined || envelopes.length !== 1) throw new RangeError("a payments container holds one envelope");
  return sha256(contextBytes.paymentsContainer, body.subarray(0, body.length - only.body.length));
}

/** The envelopes of a body, one after another, or undefined where it is not exactly that. */
export function findEnvelopes(kind: ContainerKind, body: Uint8Array): Envelope[] | undefined {
  const envelopes: Envelope[] = [];
  for (let at = 0; at < body.length; ) {
    const envelope = readEnvelope(body.subarray(at));
    if (typeof envelope === "string") return undefined;
    envelopes.push(envelope);
    at += envelope.length;
  }
  const isOne = envelopes.length === 1;
  return envelopes.length > 0 && (isOne || kind !== containerKinds.payments) ? envelopes : undefined;
}
