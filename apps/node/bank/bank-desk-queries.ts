import type { QueryRoute } from "@mingbai/http/query-route";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { findGivenContent } from "@mingbai/read-model/given-content";
import { redemptionsView } from "@mingbai/treasury/views/acts";
import type { FindLogIndex } from "../answers/log-queries.ts";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultLookup } from "../vault/vault-lookup.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { bankBatchesQuery, bankBatchLinesQuery } from "./bank-batches.ts";
import { bankOrdersQuery } from "./bank-orders.ts";

const accountSubject = /^[0-9a-f]{16}$/;
const isWanted = (subject: string): boolean => accountSubject.test(subject) || findGivenContent(subject) !== undefined;

/** What waits for the bank: from `queries`, which are the questions to the tables, from the ledger and from the vault. */
export function bankDeskQueries(given: {
  ledger: Pick<OpenLedger, "vault" | "chain">;
  folder: DataFolder;
  keys: Pick<NodeKeys, "vault">;
  queries: readonly QueryRoute[];
  findLogIndex: FindLogIndex;
}): { orders: QueryRoute; batches: readonly QueryRoute[] } {
  const { ledger, folder, keys, findLogIndex } = given;
  const redemptions = given.queries.find(({ name }) => name === redemptionsView.name);
  if (redemptions === undefined) throw new Error(`nobody answers ${redemptionsView.name}`);
  const log = followSegmentLog({ disk: nodeDisk(), folder: folder.vault });
  const reader = new VaultReader(log, nodeSealing(keys.vault), isWanted);
  const names = new VaultLookup({ vault: ledger.vault, reader });
  const sources = { chain: ledger.chain, findLogIndex, names };
  return {
    orders: bankOrdersQuery(redemptions, names),
    batches: [bankBatchesQuery(sources), bankBatchLinesQuery(sources)],
  };
}
