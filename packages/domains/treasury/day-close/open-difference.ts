import type { State } from "@mingbai/ledger/state/state";
import { differenceTable } from "./tables.ts";

/** The first open difference, of one bank account or of any: what refusals name. Undefined where none is open. */
export function findOpenDifference(state: State, bankAccount?: string) {
  const table = state.table(differenceTable);
  // Nearly always: deposits ask this each time.
  if (table.size === 0) return undefined;
  for (const [key, { state: standing, day, effect }] of table.entries()) {
    const [account = "", kind = "", reference = ""] = key.split("\n");
    const isAsked = bankAccount === undefined || account === bankAccount;
    if (standing === "open" && isAsked) return { bankAccount: account, kind, reference, day, effect };
  }
  return undefined;
}
