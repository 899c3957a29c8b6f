import { eraBaseOf } from "@mingbai/ledger/genesis/era";
import { rosterKeys } from "@mingbai/ledger/genesis/roster";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { publicRosterKeys } from "./solo-roster.ts";

/**
 * Throws where a node that orders alone is not the one member of the roster in force: what it signed would verify for nobody. A
 * ledger that was handed over is none to order alone at all, which `Solo` says.
 */
export function requireOwnKeys(
  { state, head }: Pick<LedgerChain, "state" | "head">,
  { keys, folder }: { keys: NodeKeys; folder: Pick<DataFolder, "nodeKey" | "genesis" | "network"> },
): void {
  if (eraBaseOf(state) > 0) return;
  const { members, epoch } = rosterInForce(state, head.height + 1);
  const [member] = members;
  if (member === undefined || members.length > 1) {
    const who = members.map(({ organisation }) => organisation).join(", ");
    throw new Error(`${who} keep this ledger together: put ${folder.network} into the folder and start it as a member`);
  }
  const own = publicRosterKeys(keys);
  const others = rosterKeys.filter((name) => own[name] !== member[name]);
  if (others.length === 0) return;
  throw new Error(
    `${folder.nodeKey} holds other keys than roster ${epoch} of the ledger of ${folder.genesis} (${others.join(", ")}): what it signed would verify for nobody. Put back the key file that belongs to it, and the file of renewed keys beside it as it was, from the backup; a new ledger for these keys is founded in an empty folder. Where a vote has renewed ackKey: mingbai node renew`,
  );
}
