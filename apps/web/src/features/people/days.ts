const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The first moment of a civil day `YYYY-MM-DD`, in ms. */
export function startOfDay(day: string, zoneOffsetMinutes: number): number {
  return Date.parse(`${day}T00:00:00Z`) - zoneOffsetMinutes * minuteMs;
}

/** What was filled in: civil days, the last one inside the term; "" where nothing was. */
export interface DaysOfTerm {
  readonly from: string;
  readonly until: string;
}

/** The term in block time: from now where its first day is empty or today, since a term does not begin in the past. */
export function termOf(
  { from, until }: DaysOfTerm,
  { nowMs, zoneOffsetMinutes }: { nowMs: number; zoneOffsetMinutes: number },
): { fromMs?: number; untilMs?: number } {
  const fromMs = from === "" ? 0 : startOfDay(from, zoneOffsetMinutes);
  return {
    ...(fromMs > nowMs && { fromMs }),
    ...(until !== "" && { untilMs: startOfDay(until, zoneOffsetMinutes) + dayMs }),
  };
}
