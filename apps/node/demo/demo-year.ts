/** The demo's civil time, minutes east of UTC. */
export const demoZoneMinutes = 480;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const monthsOfYear = 12;

/** The twelve months before the one that this time lies in, the earliest first, as YYYY-MM by the demo's zone. */
export function monthsBefore(timeMs: number): string[] {
  const at = new Date(timeMs + demoZoneMinutes * minuteMs);
  const count = at.getUTCFullYear() * monthsOfYear + at.getUTCMonth();
  return Array.from({ length: monthsOfYear }, (_, index) => {
    const month = count - monthsOfYear + index;
    return `${Math.floor(month / monthsOfYear)}-${String((month % monthsOfYear) + 1).padStart(2, "0")}`;
  });
}

/** The month that a time lies in, as YYYY-MM by the demo's zone. */
export function monthOf(timeMs: number): string {
  return new Date(timeMs + demoZoneMinutes * minuteMs).toISOString().slice(0, 7);
}

/** A moment of a month: its day and hour by the demo's zone. */
export function momentOf(month: string, { day, hour = 9 }: { day: number; hour?: number }): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return Date.UTC(year, number - 1, day, hour) - demoZoneMinutes * minuteMs;
}

/** A moment so many days before another one's day, at an hour by the demo's zone. */
export function momentBefore(timeMs: number, { days, hour = 9 }: { days: number; hour?: number }): number {
  const zoneMs = demoZoneMinutes * minuteMs;
  const day = Math.floor((timeMs + zoneMs) / dayMs) - days;
  return day * dayMs + hour * hourMs - zoneMs;
}
