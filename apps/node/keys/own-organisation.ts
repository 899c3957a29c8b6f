import { toHex } from "@mingbai/codec/hex";
import { rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { NodeKeys } from "./node-keys.ts";

/** Whose node this is, by the rosters that count for the next block; undefined for one that is no member and only follows. */
export function findOwnOrganisation(
  { state, head }: Pick<LedgerChain, "state" | "head">,
  { node }: Pick<NodeKeys, "node">,
): string | undefined {
  const own = toHex(node.publicKey);
  const members = rostersAllowed(state, head.height + 1).flatMap((roster) => roster.members);
  return members.find(({ ackKey }) => ackKey === own)?.organisation;
}
