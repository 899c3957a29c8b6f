const dayMs = 86_400_000;

/** Days since 1970-01-01 of YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

export function dayText(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The same day of another year; 29 February becomes 28 February. */
export function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, "0");
  return day.slice(5) === "02-29" ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** Whole years from `birth` to `day`, both YYYY-MM-DD. */
export function ageAt(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
