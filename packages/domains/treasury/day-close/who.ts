import { localDate } from "@mingbai/ledger/calendar/local-days";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { fundTable, ownerTable } from "../tables.ts";

/** Why somebody of an office may not work on bank days: their organisation receives no deposits. Others are not asked. */
export function findOfficeRefusal({ state, actor }: CommandContext): Refusal | undefined {
  if (!actor.roles.includes("financeSupervisor")) return undefined;
  const isOffice = state
    .table(fundTable)
    .entries()
    .some(([, { office }]) => state.table(ownerTable).find(office)?.organisation === actor.organisation);
  return isOffice ? undefined : refuse("NOT_DEPOSIT_OFFICE");
}

/** A day that has not begun, by the ledger's own calendar, is nobody's to close or to report on. */
export function findDayRefusal({ state, moment }: CommandContext, day: string): Refusal | undefined {
  return day > localDate(getConfiguration(state), moment.timeMs) ? refuse("DAY_AHEAD", { day }) : undefined;
}
