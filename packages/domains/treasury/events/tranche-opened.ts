import { defineEvent } from "@mingbai/ledger/definition/event";
import { moneyStore } from "../money-store/money-store.ts";
import { type TrancheSource, trancheTable } from "../tables.ts";

/** `parent`: the tranche that it was allocated from, or that was too old to take its money back. */
export const trancheOpened = defineEvent<{
  tranche: number;
  fund: number;
  source: TrancheSource;
  owner: string;
  parent?: number;
  expiryMs?: number;
}>("treasury.trancheOpened", (state, { tranche, ...row }) => {
  state.store(moneyStore).openTranche(tranche, { fund: row.fund, expiryMs: row.expiryMs ?? 0 });
  state.table(trancheTable).set(String(tranche), row);
  if (row.source !== "return" || row.parent === undefined) return;
  const parent = state.table(trancheTable).find(String(row.parent));
  if (parent === undefined) throw new Error(`tranche ${row.parent} does not exist`);
  state.table(trancheTable).set(String(row.parent), { ...parent, returnTranche: tranche });
});
