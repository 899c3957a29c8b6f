import { toHex } from "@mingbai/codec/hex";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { type Roster, rosterHash } from "@mingbai/ledger/genesis/roster";
import type { NodeKeys } from "../keys/node-keys.ts";

/** The first roster of a ledger that one organisation keeps with one node. */
export function soloRoster(organisation: string, keys: NodeKeys): Roster {
  const member = {
    organisation,
    organisationKey: toHex(keys.organisation.publicKey),
    ackKey: toHex(keys.node.publicKey),
    logKey: toHex(keys.log.publicKey),
    cosignKey: toHex(keys.cosign.publicKey),
    consensusKey: toHex(keys.consensus.publicKey),
    power: 1,
  };
  return { epoch: 0, members: [member] };
}

/** The roster that a genesis names, of the founding organisation that keeps it with these keys; undefined where none does. */
export function findSoloRoster({ configuration, events }: Genesis, keys: NodeKeys): Roster | undefined {
  return events
    .flatMap(({ data: { organisation } }) => (typeof organisation === "string" ? [soloRoster(organisation, keys)] : []))
    .find((roster) => toHex(rosterHash(roster)) === configuration.rosterHash);
}
