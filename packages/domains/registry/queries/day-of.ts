const zoneMs = 8 * 3_600_000;

/** The day (YYYY-MM-DD) of a moment, ms since epoch, where the ledger is: UTC+8. Ages and months are counted by it. */
export function dayOf(timeMs: number): string {
  return new Date(timeMs + zoneMs).toISOString().slice(0, "YYYY-MM-DD".length);
}
