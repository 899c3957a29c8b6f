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

/** Charges the organisation; false, and nothing charged, where that would pass its share of this minute. */
export function chargeQuota(state: State, use: { organisation: string; units: number; timeMs: number }): boolean {
  const minute = Math.floor(use.timeMs / minuteMs);
  const row = state.table(quotaTable).find(use.organisation);
  const units = (row?.minute === minute ? row.units : 0) + use.units;
  if (units > getConfiguration(state).quotaUnitsPerMinute) return false;
  state.table(quotaTable).set(use.organisation, { minute, units });
  return true;
}
