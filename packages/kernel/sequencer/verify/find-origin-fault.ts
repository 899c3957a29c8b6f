import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { batchId, findContainerHeader } from "@mingbai/ledger/container/container";
import { type Roster, rosterHash } from "@mingbai/ledger/genesis/roster";
import type { RecordedContainer } from "@mingbai/log/chain/block-record";

/** Why a container does not come from the member that it names; undefined where that member's key signed it. */
export function findOriginFault(roster: Roster, { header, signature }: RecordedContainer): string | undefined {
  const origin = findContainerHeader(header)?.origin;
  const member = origin === undefined ? undefined : roster.members[origin];
  if (member === undefined) return `origin ${origin} is no member of the roster`;
  const id = batchId(header);
  const message = concat(contextBytes.origin, id);
  const isSigned = verifySignature({ scheme: "ed25519", publicKey: fromHex(member.ackKey), message, signature, id });
  return isSigned ? undefined : `the signature of origin ${origin} is not its`;
}

/** Throws RangeError unless this is the roster that the ledger names. */
export function assertRoster(roster: Roster, named: string): void {
  if (toHex(rosterHash(roster)) !== named) throw new RangeError("the roster is not the one that the ledger names");
}
