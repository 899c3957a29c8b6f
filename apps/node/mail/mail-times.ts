import { endAfterDays } from "@mingbai/ledger/calendar/local-days";

const minuteMs = 60_000;
const digestMs = 8 * 60 * minuteMs;

/** Mails at once are no closer to each other; what comes meanwhile is told together. */
export const mailGapMsMin = 5 * minuteMs;
/** A mail that is not taken now is given up after so many tries, most of a day later. */
export const mailTriesMax = 12;
/** An address that is refused for good so often is left alone until it is entered anew. */
export const refusalsMax = 3;
const retryMsMin = minuteMs;
const retryMsMax = 240 * minuteMs;
const awayMsMin = 15_000;
const awayMsMax = 15 * minuteMs;

/** After how many ms a mail is tried again that was not taken so often in a row. */
export function retryMs(failures: number): number {
  return Math.min(retryMsMax, retryMsMin * 2 ** Math.max(0, failures - 1));
}

/** After how many ms a server is tried again that was away so often in a row. */
export function awayMs(times: number): number {
  return Math.min(awayMsMax, awayMsMin * 2 ** Math.max(0, times - 1));
}

/** The last eight o'clock in the ledger's zone, ms: digests go from then on. */
export function lastMorningMs(nowMs: number, zoneOffsetMinutes: number): number {
  return endAfterDays({ zoneOffsetMinutes }, nowMs - digestMs, -1) + digestMs;
}
