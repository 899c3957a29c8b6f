import type { State } from "@mingbai/ledger/state/state";
import { readFundTotals } from "@mingbai/treasury/reads";
import type { FundTotals } from "../schema/proven.ts";
import { type TieRow, tieTable, totalsTable } from "../tables.ts";
import { wireFund } from "./get-tie.ts";

/** What this ledger and all below it have of the funds that its parent knows, by the parent's numbers; and how many ledgers they are. */
export function sumTotals(state: State, parent: TieRow): { ledgers: number; funds: FundTotals[] } {
  const below = [...childTotals(state)];
  const funds = parent.funds.map((pair): FundTotals => {
    const own = readFundTotals(state, pair.own);
    const theirs = below.flatMap(({ row, funds }) => {
      const wire = row.funds.find((one) => one.own === pair.own);
      return wire === undefined ? [] : funds.filter(({ fund }) => fund === wireFund(row, wire));
    });
    const sum = (name: "outstanding" | "paidIn" | "paidOut") =>
      exact(theirs.reduce((all, totals) => all + BigInt(totals[name]), BigInt(own[name])));
    return {
      fund: wireFund(parent, pair),
      outstanding: sum("outstanding"),
      paidIn: sum("paidIn"),
      paidOut: sum("paidOut"),
    };
  });
  return { ledgers: below.reduce((all, { ledgers }) => all + ledgers, 1), funds };
}

/** What children said last of themselves, where anything is believed of them. */
function* childTotals(state: State) {
  for (const [ledger, row] of state.table(tieTable).entries()) {
    const said = row.as === "child" && row.state !== "closed" ? state.table(totalsTable).find(ledger) : undefined;
    if (said !== undefined) yield { row, ...said };
  }
}

/** A child may say sums that no honest one could: more than is exact is told as the most that is. */
function exact(sum: bigint): number {
  return Number(sum > BigInt(Number.MAX_SAFE_INTEGER) ? BigInt(Number.MAX_SAFE_INTEGER) : sum);
}
