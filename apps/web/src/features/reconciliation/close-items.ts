import type { DayItem, DifferenceRow, ReportKind } from "@mingbai/treasury/views/bank-close";
import type { ComparedDay, DayRow, RowKind } from "./compare-day.ts";

/** What names an opening difference, which has no line. */
export const openingReference = "opening";

/** Kinds that the ledger's own lines bear out; all others must have been settled by two before a close may name them. */
const onTheWay: readonly RowKind[] = ["missingAtBank", "missingOnLedger", "dateDiffers"];

export interface CloseItems {
  readonly items: readonly DayItem[];
  /** Rows that stand in the way: not settled yet, or settled at another amount. */
  readonly unsettled: readonly DayRow[];
}

/** The name of a row on the ledger. */
export function nameOf({ kind, bank, ledger }: DayRow): { kind: ReportKind; reference: string } | undefined {
  if (kind === "matched") return undefined;
  return { kind, reference: (bank ?? ledger)?.reference ?? openingReference };
}

/** The difference that was reported of this row, if any. */
export function findReported(row: DayRow, reported: readonly DifferenceRow[]): DifferenceRow | undefined {
  const name = nameOf(row);
  return reported.find((one) => one.kind === name?.kind && one.reference === name.reference);
}

/**
 * The named items of a close: what differs this day, and of the close before what still stands, where that is exactly
 * by how much the sides differed at the beginning of the day.
 */
export function closeItems(
  { differences }: Pick<ComparedDay, "differences">,
  { day, before, reported }: { day: string; before: readonly DayItem[]; reported: readonly DifferenceRow[] },
): CloseItems {
  const opening = differences.find(({ kind }) => kind === "openingDiffers");
  const carried = opening === undefined ? [] : stillStanding(before, opening.effectMinor);
  const rows = differences.filter((row) => row !== opening || carried === undefined);
  const unsettled = rows.filter((row) => !onTheWay.includes(row.kind) && !isSettled(row, reported));
  const found = rows.flatMap((row): DayItem[] => {
    const name = nameOf(row);
    if (name === undefined || name.kind === "suspense") return [];
    return [{ kind: name.kind, reference: name.reference, day, effect: row.effectMinor }];
  });
  return { items: merged([...(carried ?? []), ...found]), unsettled };
}

/** More are not tried in every combination: then all or none of them are taken to be on their way still. */
const triedMax = 12;

/**
 * Items of the close before that explain the opening difference: those that do not pass by themselves, and as few as come
 * to it of those that were on their way. The ledger refuses one that has arrived.
 */
function stillStanding(before: readonly DayItem[], effect: number): readonly DayItem[] | undefined {
  const lasting = before.filter(({ kind }) => !onTheWay.includes(kind));
  const passing = before.filter((item) => item.effect !== 0 && onTheWay.includes(item.kind));
  const all = (1 << Math.min(passing.length, triedMax)) - 1;
  const masks = passing.length > triedMax ? [] : Array.from({ length: all + 1 }, (_, mask) => mask);
  const some = masks
    .map((mask) => passing.filter((_, at) => (mask & (1 << at)) !== 0))
    .sort((one, other) => one.length - other.length);
  return [...some, [], passing]
    .map((left) => [...lasting, ...left])
    .find((items) => items.length > 0 && items.reduce((so, item) => so + item.effect, 0) === effect);
}

function isSettled(row: DayRow, reported: readonly DifferenceRow[]): boolean {
  const found = findReported(row, reported);
  return found?.state === "settled" && found.effectMinor === row.effectMinor;
}

/** One item a name, as the ledger takes them. */
function merged(items: readonly DayItem[]): DayItem[] {
  const found = new Map<string, DayItem>();
  for (const item of items) {
    const key = `${item.kind}\n${item.reference}`;
    const known = found.get(key);
    found.set(key, known === undefined ? item : { ...known, effect: known.effect + item.effect });
  }
  return [...found.values()];
}
