/** What is planted, and how many of it in 20,000 households. A fault is one that a desk should find. */
export const faultKinds = {
  /** On help, and owner or shareholder of a company that is open. */
  hasCompany: 20,
  /** On help, with a car. */
  hasCar: 40,
  /** On help, with a house for business besides the homestead. */
  secondHome: 16,
  /** On help, and paid from the public purse. */
  publicSalary: 14,
  /** On help, with more at banks than the line. */
  depositAboveLine: 24,
  /** Monitored; the tax office knows of wages that the file does not have. */
  wagesHidden: 24,
  /** In the file, and in the funeral register. */
  deceased: 60,
  /** Dead, still in the file, and given help after the day of death; counted as deceased too. */
  deadStillPaid: 15,
  /** In the files of two households by the same number. */
  countedTwice: 30,
  /** The same, with a wrong digit in the number (counted as wrongCheckDigit too), or another character and no number. */
  countedTwiceNear: 30,
  /** In the file, and registered in another county. */
  inAnotherCounty: 30,
  /** Has a file and is not monitored; survey and hospital bills show hardship. */
  shouldBeMonitored: 40,
  /** The same, of people who are in no file. */
  shouldBeRegistered: 15,
  /** The last character of an identity number is wrong. */
  wrongCheckDigit: 60,
  /** The day of birth is another than the identity number's. */
  bornWrong: 40,
  twoHeads: 20,
  noHead: 20,
  /** Monitored without a cause. */
  missingCause: 14,
  /** On help for a cause that no measure answers. */
  causeWithoutMeasure: 14,
  rentedMoreThanLand: 24,
  /** 25 or older, and at a junior or senior middle school. */
  studentOverAge: 24,
  /** A house of grade D, and no measure about it. */
  houseGradeD: 16,
  /** Two households are paid to one account. */
  sharedAccount: 12,
} as const;

/** What looks like a fault and is none. */
export const decoyKinds = {
  carScrapped: 24,
  companyClosed: 16,
  /** A little less at banks than the line. */
  depositUnderLine: 20,
  /** A farm tricycle, which is registered as a tractor. */
  farmVehicle: 24,
  /** Somebody else of the same name and about the same age died. */
  namesakeDead: 30,
  /** Born on one day, names and numbers nearly alike, and two people. */
  twins: 20,
  /** Paid for a public-service post, which is help and stands in the file. */
  publicPost: 16,
  /** A large hospital bill of a household that can bear it. */
  billBorne: 30,
  /** A house of grade D that is being rebuilt with help. */
  houseInRepair: 16,
} as const;

export type FaultKind = keyof typeof faultKinds;
export type DecoyKind = keyof typeof decoyKinds;
export type PlantedKind = FaultKind | DecoyKind;

const per = 20_000;

export const plantedKinds = Object.freeze([...keysOf(faultKinds), ...keysOf(decoyKinds)]);

export function isDecoy(kind: PlantedKind): kind is DecoyKind {
  return kind in decoyKinds;
}

/** How many of a kind a county of so many households is given by itself; at least one. */
export function plannedCount(kind: PlantedKind, households: number): number {
  const rate = { ...faultKinds, ...decoyKinds }[kind];
  return Math.max(1, Math.round((rate * households) / per));
}

/** Something for each kind. */
export function byKind<T>(of: (kind: PlantedKind) => T): Readonly<Record<PlantedKind, T>> {
  const entries: (readonly (PlantedKind | T)[])[] = plantedKinds.map((kind) => [kind, of(kind)]);
  return Object.fromEntries(entries);
}

function keysOf<K extends string>(of: Readonly<Record<K, number>>): K[] {
  return Object.keys(of) as K[];
}
