import type { MatterRow } from "@mingbai/workflow/views";
import { type Urgency, urgencies, urgencyOf } from "../../ui/due-time.ts";

/** Rows by how soon they are due, the most urgent group first; empty groups are left out. Within a group order stays. */
export function groupRows(
  rows: readonly MatterRow[],
  now: { timeMs: number; zoneOffsetMinutes: number },
): readonly { readonly urgency: Urgency; readonly rows: readonly MatterRow[] }[] {
  const byUrgency = Map.groupBy(rows, ({ dueMs }) => urgencyOf(dueMs, now));
  return urgencies.flatMap((urgency) => {
    const found = byUrgency.get(urgency);
    return found ? [{ urgency, rows: found }] : [];
  });
}
