import { defineEvent } from "@mingbai/ledger/definition/event";
import type { FundTotals, TotalsStated } from "../schema/proven.ts";
import { totalsTable } from "../tables.ts";

/** Sums of this ledger and those below it, for its parent: it changes nothing here. */
export const totalsStated = defineEvent<TotalsStated>("levels.totalsStated", () => undefined);

export const totalsReceived = defineEvent<{
  ledger: string;
  ledgers: number;
  funds: readonly FundTotals[];
  index: number;
  timeMs: number;
}>("levels.totalsReceived", (state, { ledger, ...row }) => state.table(totalsTable).set(ledger, row));
