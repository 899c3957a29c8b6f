import { batchId, findContainerHeader } from "@mingbai/ledger/container/container";
import { isSignedInRosters } from "@mingbai/ledger/container/origin-signature";
import { rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";
import type { BlockRecord } from "@mingbai/log/chain/block-record";

/**
 * Why a container of this block does not come from the member that it names; undefined where each member's key signed.
 * `state` is that before the block.
 */
export function findOriginFault(state: State, { height, containers }: BlockRecord): string | undefined {
  const rosters = rostersAllowed(state, height);
  for (const { header, signature } of containers) {
    const origin = findContainerHeader(header)?.origin ?? Number.NaN;
    if (!rosters.some(({ members }) => origin in members)) return `origin ${origin} is no member of the roster`;
    const isSigned = isSignedInRosters(rosters, { origin, batchId: batchId(header), signature });
    if (!isSigned) return `the signature of origin ${origin} is not its`;
  }
  return undefined;
}
