import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";
import type { Founders } from "@mingbai/identity/founding-events";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { numberBytes } from "../subjects/subject-number.ts";

/**
 * The account of a node, and the number of its key, both made from the key by which it promises (32 bytes): a node that starts
 * finds its own without having been told.
 */
export function nodeAccountOf(publicKey: Uint8Array): Number64 {
  return toHex(sha256(contextBytes.nodeAccount, publicKey).subarray(0, numberBytes));
}

/** A member's node as one who acts: it says itself what its vault did. */
export function nodeActor({
  organisation,
  ackKey,
}: Pick<RosterMember, "organisation" | "ackKey">): Founders["actors"][number] {
  const account = nodeAccountOf(fromHex(ackKey));
  const keys = [{ keyId: account, scheme: "ed25519" as const, publicKey: ackKey }];
  return { account, organisation, roles: ["nodeOperator"], keys };
}
