import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { refuse } from "../refusals.ts";
import { bankLineKey, bankLineTable } from "../tables.ts";
import { findBankAccount } from "./day-sums.ts";
import type { DayClose, DayItem } from "./schema.ts";
import { debitLineKinds, differenceKey, differenceTable } from "./tables.ts";

/** The first item that nothing bears out, or that stands twice. */
export function findItemRefusal(state: State, close: DayClose): Refusal | undefined {
  const seen = new Set<string>();
  for (const item of close.items) {
    const { kind, reference } = item;
    const name = `${kind}\n${reference}`;
    if (seen.has(name)) return refuse("ITEM_TWICE", { kind, reference });
    seen.add(name);
    if (!isProven(state, close, item)) return refuse("ITEM_UNPROVEN", { kind, reference });
  }
  return undefined;
}

/**
 * What is on its way the ledger's own lines must bear out; a difference of another kind must have been settled by two, or
 * stand in the close before.
 */
function isProven(state: State, close: DayClose, item: DayItem): boolean {
  const { bankAccount, day } = close;
  const line = state.table(bankLineTable).find(bankLineKey(bankAccount, item.reference));
  const isBooked = line !== undefined && line.valueDay <= day;
  if (item.day > day) return false;
  switch (item.kind) {
    case "missingAtBank":
      return isBooked && item.effect === (debitLineKinds.includes(line.kind) ? line.amount : -line.amount);
    case "missingOnLedger":
      return !isBooked && item.effect !== 0;
    case "dateDiffers":
      return line !== undefined && item.effect === 0;
    default:
      return isSettled(state, bankAccount, item) || isCarried(state, bankAccount, item);
  }
}

function isSettled(state: State, bankAccount: string, { kind, reference, effect }: DayItem): boolean {
  const row = state.table(differenceTable).find(differenceKey({ bankAccount, kind, reference }));
  return row?.state === "settled" && row.effect === effect;
}

function isCarried(state: State, bankAccount: string, { kind, reference, effect }: DayItem): boolean {
  return findBankAccount(state, bankAccount).items.some(
    (one) => one.kind === kind && one.reference === reference && one.effect === effect,
  );
}
