import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { refuse } from "../refusals.ts";
import type { From } from "../schema.ts";
import { fundTable, ownerTable } from "../tables.ts";

/** Why money asked for by this applicant cannot go to this account: it is neither theirs nor their organisation's. */
export function findPayeeRefusal(
  state: State,
  applicant: { account: string; organisation: string },
  payee: string,
): Refusal | undefined {
  const owner = ownerOf(state, payee);
  const isTheirs = payee === applicant.account || (owner !== undefined && owner === applicant.organisation);
  return isTheirs ? undefined : refuse("PAYEE_NOT_APPLICANTS", { payee });
}

/** Why money that is said to be of one fund is not what was asked for. Whether it is of that fund, `findFromRefusal` says. */
export function findFundRefusal({ tranche, fund: belongs }: From, fund: number): Refusal | undefined {
  return belongs === fund ? undefined : refuse("FUND_MISMATCH", { tranche, belongs, fund });
}

/** Who could do what the actor could not, where one role of one organisation can: `roles` and `at`, as workflow says them. */
export function whoCould({ state }: { state: State }, { refused }: Refusal, { from }: { from: From }): CanonicalObject {
  switch (refused) {
    case "NOT_HOLDER":
      return financeAt(ownerOf(state, from.holder));
    case "FUND_MISMATCH":
    case "TRANCHE_SHORT":
    case "TRANCHE_EXPIRED":
      return financeAt(ownerOf(state, state.table(fundTable).find(String(from.fund))?.office ?? ""));
    case "TRANCHE_FROZEN":
    case "VOUCHER_FROZEN":
    case "ACCOUNT_FROZEN":
    case "FUND_FROZEN":
      return { roles: ["regulator"] };
    default:
      return {};
  }
}

function ownerOf(state: State, account: string): string | undefined {
  return state.table(ownerTable).find(account)?.organisation;
}

function financeAt(organisation: string | undefined): CanonicalObject {
  return organisation === undefined ? {} : { roles: ["financeSupervisor"], at: organisation };
}
