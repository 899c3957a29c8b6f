import { toHex } from "@mingbai/codec/hex";
import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { totalsReceived } from "../events/totals.ts";
import { getTie } from "../laws/get-tie.ts";
import { findProvenEvent } from "../laws/prove-event.ts";
import { refuse } from "../refusals.ts";
import { TotalsStated } from "../schema/proven.ts";
import { ReceiveTotals } from "../schema.ts";
import { totalsTable } from "../tables.ts";

/** A child's statement of its totals, proven; an older one never takes the place of a newer. */
export const receiveTotals = defineCommand("levels.receiveTotals", {
  schema: ReceiveTotals,
  allow: roles.map(role),
  title: { en: "Take in a child's totals", zh: "登记下级账本的汇总" },
  audit: { en: "took in totals of ledger {ledger}", zh: "登记了账本 {ledger} 的汇总" },
  execute({ state, chain }, proven) {
    const { ledger, index } = proven;
    const row = getTie(state, ledger);
    if (isRefusal(row)) return row;
    if (row.as !== "child") return refuse("NOT_A_CHILD", { name: row.name });
    if (row.state === "closed") return refuse("TIE_CLOSED", { name: row.name });
    const here = toHex(chain);
    const found = findProvenEvent(row, proven, {
      type: "levels.totalsStated",
      schema: TotalsStated,
      isMeant: ({ source, destination }) => source === ledger && destination === here,
    });
    if (isRefusal(found)) return found;
    const known = state.table(totalsTable).find(ledger);
    if (known !== undefined && known.index >= index) return refuse("TOTALS_OLD");
    const { ledgers, funds } = found.data;
    return [totalsReceived({ ledger, ledgers, funds, index, timeMs: found.timeMs })];
  },
});
