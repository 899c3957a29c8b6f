import type { Deadlines } from "@mingbai/ledger/definition/domain";
import type { State } from "@mingbai/ledger/state/state";
import { trancheExpired } from "../events/tranche-expired.ts";
import { moneyStore } from "../money-store/money-store.ts";
import type { TrancheColumn } from "../money-store/tranche-column.ts";

/** Tranches expire by themselves. The list is short (tranches, not lines), so it is looked through. */
export const trancheDeadlines: Deadlines = {
  next(state) {
    let next: number | undefined;
    for (const { column } of pending(state)) {
      if (next === undefined || column.expiryMs < next) next = column.expiryMs;
    }
    return next;
  },
  due(state, moment) {
    return [...pending(state)]
      .filter(({ column }) => column.expiryMs <= moment.timeMs)
      .map(({ tranche, column: { fund, expiryMs, total } }) =>
        trancheExpired({ tranche, fund, expiryMs, left: total }),
      );
  },
};

function* pending(state: State): Generator<{ tranche: number; column: TrancheColumn }> {
  const store = state.store(moneyStore);
  for (let tranche = 1; tranche <= store.trancheCount; tranche++) {
    const column = store.getTranche(tranche);
    if (column.expiryMs > 0 && !column.expired) yield { tranche, column };
  }
}
