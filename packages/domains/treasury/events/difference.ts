import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import type { ReportKind, resolutions } from "../day-close/schema.ts";
import { type DifferenceName, type DifferenceRow, differenceKey, differenceTable } from "../day-close/tables.ts";

interface Named {
  readonly bankAccount: string;
  readonly kind: ReportKind;
  readonly reference: string;
}
type Resolution = (typeof resolutions)[number];

/** Both sides differ: while it is open nothing is minted. */
export const differenceReported = defineEvent<
  Named & { readonly day: string; readonly effect: number; readonly reportedBy: string; readonly organisation: string }
>("treasury.differenceReported", (state, { day, effect, reportedBy, ...name }) => {
  state.table(differenceTable).set(differenceKey(name), { day, effect, state: "open", reportedBy });
});

/** What should come of it, by one person; a later proposal takes the place of an earlier one. */
export const settlementProposed = defineEvent<
  Named & { readonly id: string; readonly resolution: Resolution; readonly by: string; readonly organisation: string }
>("treasury.settlementProposed", (state, { id, resolution, by, organisation, ...name }) => {
  const proposal = { id, by, organisation, resolution };
  state.table(differenceTable).set(differenceKey(name), { ...getDifference(state, name), proposal });
});

/** The second person agreed. */
export const differenceSettled = defineEvent<
  Named & {
    readonly proposal: string;
    readonly resolution: Resolution;
    readonly settledBy: string;
    readonly organisation: string;
  }
>("treasury.differenceSettled", (state, name) => {
  state.table(differenceTable).set(differenceKey(name), { ...getDifference(state, name), state: "settled" });
});

function getDifference(state: State, name: DifferenceName): DifferenceRow {
  const row = state.table(differenceTable).find(differenceKey(name));
  if (row === undefined) throw new Error(`difference ${name.kind} ${name.reference} does not exist`);
  return row;
}
