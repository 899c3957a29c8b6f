import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { accountStates } from "../money-store/account-index.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import { type AccountKind, accountKinds } from "../schema.ts";

/** Why money cannot go to or leave this account: unknown, closed, frozen. */
export function findAccountRefusal(state: State, account: string): Refusal | undefined {
  const { accounts } = state.store(moneyStore);
  const index = state.store(moneyStore).findAccount(account);
  if (index < 0) return refuse("ACCOUNT_UNKNOWN", { account });
  switch (accounts.stateOf(index)) {
    case accountStates.open:
      return undefined;
    case accountStates.closed:
      return refuse("ACCOUNT_CLOSED", { account });
    default:
      return refuse("ACCOUNT_FROZEN", { account });
  }
}

/** What an account is, or undefined where it is not open here. */
export function findAccountKind(state: State, account: string): AccountKind | undefined {
  const index = state.store(moneyStore).findAccount(account);
  return index < 0 ? undefined : accountKinds[state.store(moneyStore).accounts.kindOf(index)];
}

/** Why an account cannot be an office that receives money. */
export function findOfficeRefusal(state: State, account: string): Refusal | undefined {
  const refusal = findAccountRefusal(state, account);
  if (refusal !== undefined) return refusal;
  return findAccountKind(state, account) === "office" ? undefined : refuse("NOT_AN_OFFICE", { account });
}
