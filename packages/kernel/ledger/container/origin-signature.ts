import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex } from "@mingbai/codec/hex";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import type { Roster, RosterMember } from "../genesis/roster.ts";

export const originSignatureBytes = 64;

/** What an origin signed, and the signature. */
export interface OriginSigned {
  readonly batchId: Uint8Array;
  readonly signature: Uint8Array;
}

/** The bytes that a container's origin signs by its ack key. */
export function originMessage(batchId: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(contextBytes.origin, batchId);
}

/** Whether this member signed the container. */
export function isSignedByOrigin({ ackKey }: RosterMember, { batchId, signature }: OriginSigned): boolean {
  const publicKey = fromHex(ackKey);
  return verifySignature({ scheme: "ed25519", publicKey, message: originMessage(batchId), signature, id: batchId });
}

/** Whether the member of this number in one of these rosters signed the container. */
export function isSignedInRosters(
  rosters: readonly Roster[],
  { origin, ...signed }: OriginSigned & { readonly origin: number },
): boolean {
  return rosters.some(({ members }) => {
    const member = members[origin];
    return member !== undefined && isSignedByOrigin(member, signed);
  });
}
