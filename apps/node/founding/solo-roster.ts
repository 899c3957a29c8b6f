import { toHex } from "@mingbai/codec/hex";
import type { Roster, RosterMember, rosterKeys } from "@mingbai/ledger/genesis/roster";
import type { NodeKeys } from "../keys/node-keys.ts";

/** The first roster of a ledger that one organisation keeps with one node. */
export function soloRoster(organisation: string, keys: NodeKeys): Roster {
  return { epoch: 0, members: [{ organisation, ...publicRosterKeys(keys), power: 1 }] };
}

/** The public parts of a node's keys, as rosters name them. */
export function publicRosterKeys(keys: NodeKeys): Pick<RosterMember, (typeof rosterKeys)[number]> {
  return {
    organisationKey: toHex(keys.organisation.publicKey),
    ackKey: toHex(keys.node.publicKey),
    logKey: toHex(keys.log.publicKey),
    cosignKey: toHex(keys.cosign.publicKey),
    consensusKey: toHex(keys.consensus.publicKey),
  };
}
