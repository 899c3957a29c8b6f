/**
 * What another department knows about a person: one dated line of its own list. Facts are personal data: they are kept
 * sealed and stand on no ledger. Browser-safe.
 */
import { z } from "zod";
import { Value } from "../file/value.ts";
import { FieldId } from "../form/definition.ts";

/** Whose list it is (seed 000: general survey, household register, social security, bank, tax, …). */
export const sources = [
  "survey",
  "householdRegister",
  "socialSecurity",
  "medicalInsurance",
  "bank",
  "tax",
  "agriculture",
  "businessRegister",
  "credit",
  "vehicles",
  "estate",
  "funeral",
  "payroll",
  "registryElsewhere",
  "spending",
  "help",
] as const;
export const Source = z.enum(sources);
export type Source = z.infer<typeof Source>;

export const factFieldsMax = 40;
export const nameCharsMax = 60;

/** What kinds of facts say, and by which fields; amounts are minor units, days YYYY-MM-DD. */
export const factKinds = {
  /** The person died: `on`. */
  death: ["on"],
  /** Of a company: `company`, `creditCode`, `role` (owner, shareholder, executive), `state` (open, closed), `capital`. */
  company: ["company", "creditCode", "role", "state", "capital"],
  /** A motor vehicle: `vehicle` (car, van, truck, motorcycle, tractor), `year`, `state` (valid, scrapped). */
  vehicle: ["vehicle", "year", "state"],
  /** A house: `use` (homestead, commercial), `area` (hundredths of m²), `place`. */
  house: ["use", "area", "place"],
  /** Paid from the public purse: `employer`, `monthly`. */
  publicSalary: ["employer", "monthly"],
  /** Money at banks: `amount`. */
  deposit: ["amount"],
  /** A loan: `amount`, `state` (current, overdue). */
  loan: ["amount", "state"],
  /** Wages as declared to the tax office: `amount`, `employer`, `year`. */
  wage: ["amount", "employer", "year"],
  /** Own share of hospital bills: `amount`, `year`. */
  medicalBill: ["amount", "year"],
  /** Pension or insurance: `scheme`, `state`, `monthly`. */
  insurance: ["scheme", "state", "monthly"],
  /** The household register: `register` (number of the register), `relation`, `village`. */
  register: ["register", "relation", "village"],
  /** Registered in another county: `county`, `since`. */
  registeredElsewhere: ["county", "since"],
  /** Contracted farmland: `mu` (hundredths). */
  farmland: ["mu"],
  /** Help given: `help`, `amount`, `on`. */
  helpGiven: ["help", "amount", "on"],
  /** A large purchase or steady spending: `what`, `amount`, `on`. */
  spending: ["what", "amount", "on"],
  /** The general survey: income a head of the household, `perPerson`; `household` numbers the survey's sheet. */
  surveyed: ["perPerson", "household"],
} as const;
export type FactKind = keyof typeof factKinds;
export const FactKind = z.enum(Object.keys(factKinds) as [FactKind, ...FactKind[]]);

export const Fact = z.strictObject({
  /** Names the line in the department's own list. */
  id: z.string().min(1).max(64),
  source: Source,
  kind: FactKind,
  /** The identity number by which the department knows the person. */
  about: z.string().min(1).max(18),
  name: z.string().max(nameCharsMax),
  /** The day for which it is true. */
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  values: z.record(FieldId, Value).refine((values) => Object.keys(values).length <= factFieldsMax),
});
export type Fact = z.infer<typeof Fact>;
