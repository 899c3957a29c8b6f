import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { refuse } from "../refusals.ts";
import { type AcceptedTree, type TieRow, tieTable } from "../tables.ts";

/** The tie to this ledger, or why there is none. */
export function getTie(state: State, ledger: string): TieRow | Refusal {
  return state.table(tieTable).find(ledger) ?? refuse("TIE_UNKNOWN", { ledger });
}

/** The tie upwards that is not closed. */
export function findParent(state: State): { ledger: string; row: TieRow } | undefined {
  const found = state
    .table(tieTable)
    .entries()
    .find(([, { as, state }]) => as === "parent" && state !== "closed");
  return found && { ledger: found[0], row: found[1] };
}

/** Why nothing new is believed of it. */
export function findStoppedRefusal({ state, name }: TieRow): Refusal | undefined {
  if (state === "frozen") return refuse("TIE_FROZEN", { name });
  return state === "closed" ? refuse("TIE_CLOSED", { name }) : undefined;
}

/** The newest tree of it that was accepted. */
export function newestTree({ trees }: TieRow): AcceptedTree {
  const newest = trees.at(-1);
  if (newest === undefined) throw new Error("a tie has no tree");
  return newest;
}

/** The number by which a fund goes over the tie: the parent's. */
export function wireFund({ as }: TieRow, pair: { own: number; theirs: number }): number {
  return as === "parent" ? pair.theirs : pair.own;
}
