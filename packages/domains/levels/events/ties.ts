import { toHex } from "@mingbai/codec/hex";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import type { State } from "@mingbai/ledger/state/state";
import { type FundPair, sizesKept, type TieKind } from "../schema.ts";
import { type TieRow, tieTable } from "../tables.ts";

/** A roster as events carry it. */
type RosterData = {
  readonly origin: string;
  readonly fromSize: number;
  readonly fromHeight: number;
  readonly roster: { readonly epoch: number; readonly members: readonly RosterMember[] };
};

export const tieJoined = defineEvent<{
  ledger: string;
  as: TieKind;
  name: string;
  funds: readonly FundPair[];
  known: RosterData;
}>("levels.tieJoined", (state, { ledger, as, name, funds, known }) => {
  state.table(tieTable).set(ledger, {
    as,
    name,
    origin: known.origin,
    state: "open",
    funds,
    rosters: [known],
    trees: [{ size: 0, root: toHex(emptyRoot) }],
    note: "",
    noteMs: 0,
    sendNext: 1,
    receiveNext: 1,
    underWay: 0,
    tranches: 0,
  });
});

/** Only the last two are kept: keys of those who left longer ago sign nothing that counts. */
export const tieRosterSet = defineEvent<{ ledger: string; known: RosterData }>(
  "levels.tieRosterSet",
  (state, { ledger, known }) => {
    const row = getRow(state, ledger);
    set(state, ledger, { rosters: [...row.rosters.slice(-1), known] });
  },
);

export const tieFundsSet = defineEvent<{ ledger: string; funds: readonly FundPair[] }>(
  "levels.tieFundsSet",
  (state, { ledger, funds }) => set(state, ledger, { funds }),
);

export const tieClosed = defineEvent<{ ledger: string }>("levels.tieClosed", (state, { ledger }) =>
  set(state, ledger, { state: "closed" }),
);

/** A newer tree of the other's log. Once it lies beyond the start of the newest roster the one before signs no more. */
export const treeAccepted = defineEvent<{ ledger: string; size: number; root: string; note: string }>(
  "levels.treeAccepted",
  (state, { ledger, size, root, note }, { timeMs }) => {
    const { trees, rosters } = getRow(state, ledger);
    const last = rosters.at(-1);
    set(state, ledger, {
      trees: [...trees.slice(1 - sizesKept), { size, root }],
      rosters: last !== undefined && last.fromSize < size ? [last] : rosters,
      note,
      noteMs: timeMs,
    });
  },
);

/** The other ledger's own quorum signed both notes, and no log that only appends could have both states. */
export const tieFrozen = defineEvent<{
  ledger: string;
  name: string;
  size: number;
  accepted: string;
  contrary: string;
}>("levels.tieFrozen", (state, { ledger }) => set(state, ledger, { state: "frozen" }));

/** Changes some of a tie that must be there. */
export function changeTie(state: State, ledger: string, change: (row: TieRow) => Partial<TieRow>): void {
  const row = getRow(state, ledger);
  state.table(tieTable).set(ledger, { ...row, ...change(row) });
}

function set(state: State, ledger: string, to: Partial<TieRow>): void {
  changeTie(state, ledger, () => to);
}

function getRow(state: State, ledger: string): TieRow {
  const row = state.table(tieTable).find(ledger);
  if (row === undefined) throw new Error(`there is no tie to ${ledger}`);
  return row;
}
