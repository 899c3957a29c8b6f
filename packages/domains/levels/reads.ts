/** Pure questions to the state, for the domain that has members vote on ties. */
import type { State } from "@mingbai/ledger/state/state";
import type { FundPair } from "./schema.ts";
import { type TieState, tieTable } from "./tables.ts";

/** A tie as voters see it: what stands, and which organisations keep the other ledger as it was approved last. */
export interface ShownTie {
  readonly name: string;
  readonly state: TieState;
  readonly funds: readonly FundPair[];
  readonly keepers: readonly string[];
}

/** The tie to this ledger as it stands; undefined where there is none. */
export function findShownTie(state: State, ledger: string): ShownTie | undefined {
  const row = state.table(tieTable).find(ledger);
  if (row === undefined) return undefined;
  const { name, state: standing, funds, rosters } = row;
  const keepers = rosters.at(-1)?.roster.members.map(({ organisation }) => organisation) ?? [];
  return { name, state: standing, funds, keepers };
}
