import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import type { Table } from "@mingbai/ledger/state/table";
import { accountStates } from "../money-store/account-index.ts";
import { moneyStore } from "../money-store/money-store.ts";
import type { FreezeTarget } from "../schema.ts";
import { fundTable, manifestTable, voucherTable } from "../tables.ts";

/** What is stopped or let go, and who said so, for which organisation; nobody did where it ends by vote or by itself. */
interface Freezing {
  readonly target: FreezeTarget;
  readonly by?: string;
  readonly organisation?: string;
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
      return;
    }
    case "fund":
      setMark(state.table(fundTable), String(target.fund), isFrozen);
      return;
    case "manifest":
      setMark(state.table(manifestTable), target.manifest, isFrozen);
  }
}

function setMark<Row extends { readonly frozen?: boolean }>(table: Table<Row>, key: string, isFrozen: boolean): void {
  const row = table.find(key);
  if (row === undefined) throw new Error(`${table.name} has no row ${key}`);
  table.set(key, { ...row, frozen: isFrozen });
}
