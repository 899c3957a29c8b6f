/** The bank's time: what stands on its statements. */
export interface BankClock {
  nowMs(): number;
  /** YYYY-MM-DD in the bank's zone. */
  today(): string;
}

/** China Standard Time, without summer time since 1992. */
const zoneOffsetMs = 8 * 3_600_000;

export function bankClock(nowMs: () => number = Date.now): BankClock {
  return { nowMs, today: () => new Date(nowMs() + zoneOffsetMs).toISOString().slice(0, 10) };
}
