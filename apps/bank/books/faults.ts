import { z } from "zod";
import type { Books } from "./books.ts";

/**
 * What can be made to go wrong. late: the next orders wait a minute. twice: the next lines are sent to the ledger twice.
 * reordered: the next lines are sent the last first. rejected: the next orders are not paid. wrongAmount: the next
 * orders are paid one minor unit short. paidTwice: the next orders are paid twice. mistold: the ledger is told of the next
 * deposits with one minor unit too much. down: nothing is done or answered.
 */
export const faultKinds = [
  "late",
  "twice",
  "reordered",
  "rejected",
  "wrongAmount",
  "paidTwice",
  "mistold",
  "down",
] as const;
export type FaultKind = (typeof faultKinds)[number];
export const faultCountMax = 1_000;
export const lateMs = 60_000;

const Count = z.object({ kind: z.enum(faultKinds), count: z.int() });

/** How often each fault will still happen; `down` lasts while its count is above zero. */
export function readFaults(books: Books): Readonly<Record<FaultKind, number>> {
  const counts = new Map(books.all(Count, "select kind, count from fault").map(({ kind, count }) => [kind, count]));
  const of = (kind: FaultKind): number => counts.get(kind) ?? 0;
  return {
    late: of("late"),
    twice: of("twice"),
    reordered: of("reordered"),
    rejected: of("rejected"),
    wrongAmount: of("wrongAmount"),
    paidTwice: of("paidTwice"),
    mistold: of("mistold"),
    down: of("down"),
  };
}

export function setFault(books: Books, kind: FaultKind, count: number): void {
  books.run(
    "insert into fault (kind, count) values (?, ?) on conflict (kind) do update set count = excluded.count",
    kind,
    count,
  );
}

/** Whether this fault happens now; one fewer is left. */
export function takeFault(books: Books, kind: FaultKind): boolean {
  return books.run("update fault set count = count - 1 where kind = ? and count > 0", kind) === 1;
}
