import type { Language } from "../i18n/language.ts";

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number) => value.toString().padStart(2, "0");

/** The civil parts of a moment `zoneOffsetMinutes` east of UTC; the viewer's own zone plays no part. */
function civil(timeMs: number, zoneOffsetMinutes: number) {
  const at = new Date(timeMs + zoneOffsetMinutes * 60_000);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    clock: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
    seconds: two(at.getUTCSeconds()),
  };
}

function dateOf({ year, month, day }: { year: number; month: number; day: number }, language: Language): string {
  return language === "zh" ? `${year} 年 ${month} 月 ${day} 日` : `${day} ${monthNames[month - 1]} ${year}`;
}

/** A business day `YYYY-MM-DD`: 2026 年 4 月 15 日, 15 Apr 2026. */
export function dayText(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dateOf({ year, month, day: date }, language);
}

/** A month `YYYY-MM` for an axis: 4 月, Apr; with its year where `withYear`. */
export function monthText(month: string, language: Language, withYear = false): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  if (language === "zh") return withYear ? `${year} 年 ${number} 月` : `${number} 月`;
  return withYear ? `${monthNames[number - 1]} ${year}` : (monthNames[number - 1] ?? "");
}

/** 2026 年 11 月 20 日 17:00; 20 Nov 2026, 17:00; to the second where `seconds`. */
export function timeText(
  timeMs: number,
  options: { language: Language; zoneOffsetMinutes: number; seconds?: boolean },
): string {
  const at = civil(timeMs, options.zoneOffsetMinutes);
  const clock = options.seconds ? `${at.clock}:${at.seconds}` : at.clock;
  return `${dateOf(at, options.language)}${options.language === "zh" ? " " : ", "}${clock}`;
}

/** 11 月 20 日 17:00; 20 Nov, 17:00: in tables whose head says the year. */
export function timeInYearText(
  timeMs: number,
  { language, zoneOffsetMinutes }: { language: Language; zoneOffsetMinutes: number },
): string {
  const { month, day, clock } = civil(timeMs, zoneOffsetMinutes);
  return language === "zh" ? `${month} 月 ${day} 日 ${clock}` : `${day} ${monthNames[month - 1]}, ${clock}`;
}

/** The one year that all these moments are in, or undefined. */
export function commonYear(timesMs: readonly number[], zoneOffsetMinutes: number): number | undefined {
  const years = new Set(timesMs.map((timeMs) => civil(timeMs, zoneOffsetMinutes).year));
  return years.size === 1 ? [...years][0] : undefined;
}

/** 14:06:04, for lists whose day is known. */
export function clockText(timeMs: number, zoneOffsetMinutes: number): string {
  const at = civil(timeMs, zoneOffsetMinutes);
  return `${at.clock}:${at.seconds}`;
}

/** UTC+8, UTC−3:30: said once on a page. */
export function zoneText(zoneOffsetMinutes: number): string {
  const hours = Math.trunc(Math.abs(zoneOffsetMinutes) / 60);
  const minutes = Math.abs(zoneOffsetMinutes) % 60;
  return `UTC${zoneOffsetMinutes < 0 ? "\u2212" : "+"}${hours}${minutes > 0 ? `:${two(minutes)}` : ""}`;
}

/** Whole days between two moments, at least 1. */
export function daysBetween(fromMs: number, toMs: number): number {
  return Math.max(1, Math.round((toMs - fromMs) / 86_400_000));
}
