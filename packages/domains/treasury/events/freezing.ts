import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { accountStates } from "../money-store/account-index.ts";
import { moneyStore } from "../money-store/money-store.ts";
import type { FreezeTarget } from "../schema.ts";
import { voucherTable } from "../tables.ts";

/** What is stopped or let go, and who said so, for which organisation. */
interface Freezing {
  readonly target: FreezeTarget;
  readonly by: string;
  readonly organisation: string;
}

export const frozen = defineEvent<Freezing>("treasury.frozen", (state, { target }) => {
  setFrozen(state, target, true);
});

export const unfrozen = defineEvent<Freezing>("treasury.unfrozen", (state, { target }) => {
  setFrozen(state, target, false);
});

function setFrozen(state: State, target: FreezeTarget, isFrozen: boolean): void {
  const store = state.store(moneyStore);
  switch (target.kind) {
    case "tranche":
      store.getTranche(target.tranche).frozen = isFrozen;
      return;
    case "account": {
      const to = isFrozen ? accountStates.frozen : accountStates.open;
      store.accounts.setState(store.getAccount(target.account), to);
      return;
    }
    case "voucher": {
      const row = state.table(voucherTable).find(target.voucher);
      if (row === undefined) throw new Error(`voucher ${target.voucher} does not exist`);
      state.table(voucherTable).set(target.voucher, { ...row, frozen: isFrozen });
    }
  }
}
