import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import type { NodeKeys } from "../keys/node-keys.ts";
import { logOrigin } from "../published/published-log.ts";
import { findSoloRoster } from "./solo-roster.ts";

/** The notes of a ledger's rosters: of one organisation's, the roster of its genesis; none where these keys do not keep it. */
export async function rosterNotes(genesis: Genesis, keys: NodeKeys): Promise<string[]> {
  const roster = findSoloRoster(genesis, keys);
  if (roster === undefined) return [];
  const chain = chainOf(genesis);
  const sign = (message: Uint8Array) => keys.organisation.sign({ message, id: new Uint8Array(32) });
  const origin = logOrigin(chain);
  const signers = roster.members.map((member) => ({ key: organisationNoteKey(origin, member), sign }));
  const statement = { origin, chain, fromSize: 0, fromHeight: 0, roster };
  return [await signRosterNote(statement, signers)];
}
