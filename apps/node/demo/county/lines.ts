/** Numbers of the invented county's policy. */

/** Below this much income a head and year, in fen, a household is looked at (the mock-ups' 8,700 yuan). */
export const monitoringLineFen = 870_000;
/** Above this much money at banks, in fen, a household on help is looked at. */
export const depositLineFen = 5_000_000;
/** Of what a public-service post is paid a month, in fen: it is help and no public salary. */
export const publicPostFen = 80_000;
/** The day for which everything in the county is true, unless another is asked for. */
export const countyDay = "2026-10-31";
/** Fewer households have no room for every kind of fault; more have no identity numbers that differ. */
export const householdsMin = 400;
export const householdsMax = 500_000;

/**
 * What a household has a head and year, in fen: its income less what it pays for medicine itself and for farming
 * (the mock-ups' household sheet). `values`: a household's; `heads`: how many people it has.
 */
export function incomePerHead(values: { readonly [field: string]: unknown }, heads: number): number {
  const of = (field: string): number => (typeof values[field] === "number" ? values[field] : 0);
  const income = incomeFields.reduce((sum, field) => sum + of(field), 0);
  return Math.floor((income - of("spentMedical") - of("spentFarming")) / heads);
}

const incomeFields = [
  "incomeWages",
  "incomeFarming",
  "incomeBusiness",
  "incomePension",
  "incomeRelief",
  "incomeLandRent",
  "incomeProperty",
  "incomeEcology",
  "incomeOther",
] as const;
