import { useState } from "react";
import { useKeys } from "../../ui/use-keys.ts";
import { type ComparedDay, kindOrder } from "./compare-day.ts";
import type { SidesGroup } from "./two-sides.tsx";

const matchedAtOnce = 100;
/** What is folded, in hand and opened on the table of two sides, by keys and by hand. */
export function useDayDesk({ differences, suspense, matched }: ComparedDay) {
  const [shown, setShown] = useState(0);
  const [atId, setAt] = useState<string>();
  const [openId, setOpen] = useState<string>();
  const groups: SidesGroup[] = [
    ...kindOrder.map((kind) => ({ kind, rows: differences.filter((row) => row.kind === kind) })),
    { kind: "suspense" as const, rows: suspense },
    { kind: "matched" as const, rows: matched.slice(0, shown), count: matched.length },
  ]
    .map((group) => ({ count: group.rows.length, ...group }))
    .filter(({ count }) => count > 0);
  const rows = groups.flatMap((group) => group.rows);
  const at = rows.findIndex(({ id }) => id === atId);
  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setAt(next.id);
    document.getElementById(`row-${next.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const press = (id: string) => {
    setAt(id);
    setOpen(openId === id ? undefined : id);
  };
  const more = () => setShown(shown + matchedAtOnce);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => (atId === undefined ? false : press(atId)),
    x: () => (shown < matched.length ? more() : setShown(0)),
    p: () => window.print(),
  });
  return { groups, rows, atId, openId, press, more };
}
