import { getConfiguration } from "../genesis/configuration.ts";
import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";

/** What an organisation has used of the running minute, in units (a command is one, a payment line is one). */
export interface QuotaRow {
  readonly minute: number;
  readonly units: number;
}

export const quotaTable = defineTable<QuotaRow>("ledger.quotas");
const minuteMs = 60_000;

interface QuotaUse {
  readonly organisation: string;
  readonly units: number;
  readonly timeMs: number;
}

/** Charges the organisation; false, and nothing charged, where that would pass its share of this minute. */
export function chargeQuota(state: State, use: QuotaUse): boolean {
  const row = rowAfter(state, use);
  if (row.units > getConfiguration(state).quotaUnitsPerMinute) return false;
  state.table(quotaTable).set(use.organisation, row);
  return true;
}

/** For how many ms this use would still pass the organisation's share, as the state stands; 0 where it would not. */
export function quotaWaitMs(state: State, use: QuotaUse): number {
  const isOver = rowAfter(state, use).units > getConfiguration(state).quotaUnitsPerMinute;
  return isOver ? minuteMs - (use.timeMs % minuteMs) : 0;
}

function rowAfter(state: State, { organisation, units, timeMs }: QuotaUse): QuotaRow {
  const minute = Math.floor(timeMs / minuteMs);
  const row = state.table(quotaTable).find(organisation);
  return { minute, units: (row?.minute === minute ? row.units : 0) + units };
}
