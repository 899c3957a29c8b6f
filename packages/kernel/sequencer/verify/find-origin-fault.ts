import { toHex } from "@mingbai/codec/hex";
import { batchId, findContainerHeader } from "@mingbai/ledger/container/container";
import { isSignedByOrigin } from "@mingbai/ledger/container/origin-signature";
import { type Roster, rosterHash } from "@mingbai/ledger/genesis/roster";
import type { RecordedContainer } from "@mingbai/log/chain/block-record";

/** Why a container does not come from the member that it names; undefined where that member's key signed it. */
export function findOriginFault(roster: Roster, { header, signature }: RecordedContainer): string | undefined {
  const origin = findContainerHeader(header)?.origin;
  const member = origin === undefined ? undefined : roster.members[origin];
  if (member === undefined) return `origin ${origin} is no member of the roster`;
  const isSigned = isSignedByOrigin(member, { batchId: batchId(header), signature });
  return isSigned ? undefined : `the signature of origin ${origin} is not its`;
}

/** Throws RangeError unless this is the roster that the ledger names. */
export function assertRoster(roster: Roster, named: string): void {
  if (toHex(rosterHash(roster)) !== named) throw new RangeError("the roster is not the one that the ledger names");
}
