import { toHex } from "@mingbai/codec/hex";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { totalsStated } from "../events/totals.ts";
import { findParent } from "../laws/get-tie.ts";
import { sumTotals } from "../laws/sum-totals.ts";
import { refuse } from "../refusals.ts";
import { StateTotals } from "../schema.ts";

/** This ledger's sums by fund, with those of the ledgers below it, for its parent: sums only, nobody's row. */
export const stateTotals = defineCommand("levels.stateTotals", {
  schema: StateTotals,
  allow: [role("nodeOperator")],
  title: { en: "State totals for the parent", zh: "向上级报送汇总" },
  audit: { en: "stated totals for the parent ledger", zh: "向上级账本报送了汇总" },
  execute({ state, chain }) {
    const parent = findParent(state);
    if (parent === undefined) return refuse("NO_PARENT");
    return [totalsStated({ source: toHex(chain), destination: parent.ledger, ...sumTotals(state, parent.row) })];
  },
});
