import type { MatterRow } from "@mingbai/workflow/views";
import { useState } from "react";
import { useLocation } from "react-router";

const heldByVisit = new Map<string, string>();
const heldMax = 100;

/** Which matter is in hand: the one last held on this visit, else the first. Coming back finds it as it was left. */
export function useHeldMatter(rows: readonly MatterRow[]) {
  const { key } = useLocation();
  const [id, setId] = useState(() => heldByVisit.get(key));
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === id),
  );
  const hold = (next: string) => {
    if (heldByVisit.size >= heldMax) heldByVisit.clear();
    heldByVisit.set(key, next);
    setId(next);
  };
  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, id === undefined ? 0 : at + step))];
    if (!next) return;
    hold(next.id);
    document.getElementById(`matter-${next.id}`)?.closest("tr")?.scrollIntoView({ block: "nearest" });
  };
  return { held: rows[at], hold, move };
}
