import type { Zone } from "@mingbai/ledger/calendar/local-days";
import { Settlement } from "../content/compare/settlement.ts";
import { SettlementText } from "../content/texts/settlement-text.ts";
import type { AskRows } from "./ask-rows.ts";

const settled = `select settled.household, settled.kind, settled.by_account as by, settled.is_own, said.said,
    to_char(to_timestamp(settled.time_ms / 1000) at time zone make_interval(mins => $2), 'YYYY-MM-DD') as on
  from registry.settlement settled join registry.said said
    on said.subject = settled.household and said.commitment = settled.content and said.giver = settled.by_account
  where settled.household = any($1) and said.said is not null order by settled.seq`;

/**
 * What was settled about these households, by household, the oldest first; households of which nothing was are missing. The
 * kind, who and when are the ledger's, reason and words the sealed text's: where this node has no text, the reason stays
 * open. A day is one in the ledger's zone.
 */
export async function findSettlements(
  ask: AskRows,
  { households, zone }: { households: readonly string[]; zone: Zone },
): Promise<ReadonlyMap<string, readonly Settlement[]>> {
  const rows = await ask(settled, [households, zone.zoneOffsetMinutes]);
  const found = new Map<string, Settlement[]>();
  for (const { household: of, kind, by, on, is_own, said } of rows) {
    const household = String(of);
    const text = SettlementText.safeParse(said);
    if (!text.success) continue;
    const settlement = Settlement.parse({ ...text.data, kind, by, on, ...(is_own === true && { isOwn: true }) });
    found.set(household, [...(found.get(household) ?? []), settlement]);
  }
  return found;
}
