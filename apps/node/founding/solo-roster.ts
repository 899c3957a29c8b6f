import { toHex } from "@mingbai/codec/hex";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { type Roster, type RosterMember, rosterHash, type rosterKeys } from "@mingbai/ledger/genesis/roster";
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

/** The roster of a genesis where one organisation keeps it with these keys; undefined where it does not. */
export function findSoloRoster({ roster }: Genesis, keys: NodeKeys): Roster | undefined {
  const [only, ...others] = roster.members;
  if (only === undefined || others.length > 0) return undefined;
  const own = soloRoster(only.organisation, keys);
  return toHex(rosterHash(own)) === toHex(rosterHash(roster)) ? own : undefined;
}
