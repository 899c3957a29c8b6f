import type { FaultKind } from "../../demo/county/planted/kinds.ts";

/** By what a planted fault is to be found: a rule of the county's comparison, a check of a single file, or people who have no file. */
export type FoundBy = { readonly rule: string } | { readonly fault: string } | "unregistered";

/**
 * Faults that comparing is to find. The others are of other desks: people counted twice by numbers that are nearly alike are found by
 * matching, and a pupil of 25 is no contradiction with anybody's list.
 */
export const foundBy = {
  hasCompany: { rule: "company" },
  hasCar: { rule: "car" },
  secondHome: { rule: "secondHome" },
  publicSalary: { rule: "publicSalary" },
  depositAboveLine: { rule: "deposit" },
  wagesHidden: { rule: "wages" },
  deceased: { rule: "deceased" },
  deadStillPaid: { rule: "helpAfterDeath" },
  countedTwice: { rule: "countedTwice" },
  inAnotherCounty: { rule: "elsewhere" },
  shouldBeMonitored: { rule: "poorUnhelped" },
  shouldBeRegistered: "unregistered",
  houseGradeD: { rule: "unsafeHouse" },
  causeWithoutMeasure: { rule: "causeUnanswered" },
  sharedAccount: { rule: "sharedAccount" },
  wrongCheckDigit: { fault: "CHECK_DIGIT" },
  bornWrong: { fault: "IDENTITY_BIRTH" },
  twoHeads: { fault: "oneHead" },
  noHead: { fault: "oneHead" },
  missingCause: { fault: "monitoredCause" },
  rentedMoreThanLand: { fault: "rentedLand" },
} as const satisfies Partial<Record<FaultKind, FoundBy>>;

export type FoundKind = keyof typeof foundBy;
export const foundKinds = Object.keys(foundBy) as FoundKind[];
