import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import type { Roster } from "../genesis/roster.ts";
import { holdsQuorum } from "./quorum.ts";

/** Which body organisations give up: that of an ordered container, which no node has any more. */
export interface GivenUpBody {
  readonly chain: Uint8Array;
  /** Of the roster whose organisations sign. */
  readonly epoch: number;
  readonly batchId: Uint8Array;
}

/** What an organisation signs with its own key: context, SHA-256 of the chain, u32 epoch, batch id. */
export function voidMessage({ chain, epoch, batchId }: GivenUpBody): Uint8Array {
  return concat(contextBytes.void, sha256(chain), u32(epoch), batchId);
}

/** Whether organisations with more than two thirds of the roster's power gave the body up. */
export function isGivenUp(
  { chain, roster, batchId }: { readonly chain: Uint8Array; readonly roster: Roster; readonly batchId: Uint8Array },
  /** By organisation; what is not its organisation's counts for nothing. */
  signatures: ReadonlyMap<string, Uint8Array>,
): boolean {
  const message = voidMessage({ chain, epoch: roster.epoch, batchId });
  return holdsQuorum(roster, ({ organisation, organisationKey }) => {
    const signature = signatures.get(organisation);
    const signed = { scheme: "ed25519", publicKey: fromHex(organisationKey), message, id: batchId } as const;
    return signature !== undefined && verifySignature({ ...signed, signature });
  });
}
