import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { accountStates } from "../money-store/account-index.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import type { FreezeTarget } from "../schema.ts";
import { fundTable, manifestTable, voucherTable } from "../tables.ts";

/** Whether the target is frozen, or why it cannot be either: unknown, closed, spent. */
export function isTargetFrozen(state: State, target: FreezeTarget): boolean | Refusal {
  const store = state.store(moneyStore);
  switch (target.kind) {
    case "tranche": {
      const { tranche } = target;
      return store.findTranche(tranche)?.frozen ?? refuse("TRANCHE_UNKNOWN", { tranche });
    }
    case "account": {
      const { account } = target;
      const index = store.findAccount(account);
      if (index < 0) return refuse("ACCOUNT_UNKNOWN", { account });
      const now = store.accounts.stateOf(index);
      return now === accountStates.closed ? refuse("ACCOUNT_CLOSED", { account }) : now === accountStates.frozen;
    }
    case "voucher": {
      const { voucher } = target;
      const row = state.table(voucherTable).find(voucher);
      if (row === undefined) return refuse("VOUCHER_UNKNOWN", { voucher });
      return row.state === "spent" ? refuse("VOUCHER_SPENT", { voucher, state: row.state }) : row.frozen;
    }
    case "fund": {
      const { fund } = target;
      const row = state.table(fundTable).find(String(fund));
      return row === undefined ? refuse("FUND_UNKNOWN", { fund }) : row.frozen === true;
    }
    case "manifest": {
      const { manifest } = target;
      const row = state.table(manifestTable).find(manifest);
      return row === undefined ? refuse("MANIFEST_UNKNOWN", { manifest }) : row.frozen === true;
    }
  }
}
