import type { AddressLevel } from "../fields/compare-addresses.ts";
import type { BirthLevel } from "../fields/compare-births.ts";
import type { IdentityLevel } from "../fields/compare-identity-numbers.ts";
import type { PhoneLevel } from "../fields/compare-phones.ts";
import type { VillageLevel } from "../fields/compare-villages.ts";
import type { NameLevel } from "../names/compare-names.ts";

/**
 * What one level of agreement weighs. `m`: how often two records of one person stand so; `u`: how often those of two
 * people do, whom blocking brings together; both in parts per billion. `points`: tenths of log2(m / u), so that ten
 * points double the odds (Fellegi and Sunter, A Theory for Record Linkage, JASA 64 (1969), 1183–1210).
 */
export interface Weight {
  readonly m: number;
  readonly u: number;
  readonly points: number;
}

type Weights<Level extends string> = Readonly<Record<Level, Weight>>;

/** Equal numbers of two people come from a number typed into the wrong line; one slip from another is rarer still by chance. */
export const identityWeights: Weights<IdentityLevel> = {
  same: { m: 900_000_000, u: 30, points: 248 },
  sameOldAndNew: { m: 30_000_000, u: 3, points: 233 },
  oneDigit: { m: 40_000_000, u: 1_000, points: 153 },
  transposed: { m: 10_000_000, u: 1_000, points: 133 },
  oldOneDigit: { m: 2_000_000, u: 10_000, points: 76 },
  differ: { m: 1_000_000, u: 950_000_000, points: -99 },
  differUnchecked: { m: 17_000_000, u: 50_000_000, points: -16 },
};

/** Of two people one in some 20,000 was born on the same day: 80 years, more of it in families with twins. */
export const birthWeights: Weights<BirthLevel> = {
  same: { m: 900_000_000, u: 50_000, points: 141 },
  sameFirstOfYear: { m: 20_000_000, u: 11_000, points: 108 },
  sameMonth: { m: 20_000_000, u: 20_000, points: 100 },
  sameYear: { m: 10_000_000, u: 125_000, points: 63 },
  swapped: { m: 8_000_000, u: 25_000, points: 83 },
  oneDigit: { m: 20_000_000, u: 700_000, points: 48 },
  dayDiffers: { m: 10_000_000, u: 1_000_000, points: 33 },
  yearOnly: { m: 4_000_000, u: 11_000_000, points: -15 },
  differ: { m: 8_000_000, u: 987_000_000, points: -69 },
};

/**
 * Names. `u` of the first six is that of a name which one person in a million bears; rarity.ts takes off what more
 * frequent names weigh less. A brother's or sister's name has one other character as often as a slip makes one.
 */
export const nameWeights: Weights<NameLevel> = {
  same: { m: 850_000_000, u: 1_000, points: 197 },
  variant: { m: 20_000_000, u: 30, points: 193 },
  sameSound: { m: 50_000_000, u: 1_000, points: 156 },
  nearSound: { m: 15_000_000, u: 1_000, points: 139 },
  lookAlike: { m: 15_000_000, u: 200, points: 162 },
  swapped: { m: 8_000_000, u: 1_000, points: 130 },
  partUnknown: { m: 10_000_000, u: 400_000, points: 46 },
  partMissing: { m: 8_000_000, u: 1_500_000, points: 24 },
  oneOfMany: { m: 4_000_000, u: 20_000, points: 76 },
  oneCharacter: { m: 10_000_000, u: 20_000_000, points: -10 },
  otherSurname: { m: 3_000_000, u: 2_000_000, points: 6 },
  sameSurname: { m: 3_000_000, u: 100_000_000, points: -51 },
  differ: { m: 4_000_000, u: 875_000_000, points: -78 },
};

export type SexLevel = "same" | "differ";

export const sexWeights: Weights<SexLevel> = {
  same: { m: 990_000_000, u: 500_000_000, points: 10 },
  differ: { m: 10_000_000, u: 500_000_000, points: -56 },
};

/** Whom blocking brings together often live in one village: `u` is far above that of any two people. */
export const villageWeights: Weights<VillageLevel> = {
  same: { m: 800_000_000, u: 50_000_000, points: 40 },
  sameTownship: { m: 80_000_000, u: 50_000_000, points: 7 },
  differ: { m: 120_000_000, u: 900_000_000, points: -29 },
};

/** Only within one village, or where one is unknown: a move is told by the village. */
export const addressWeights: Weights<AddressLevel> = {
  same: { m: 650_000_000, u: 30_000_000, points: 44 },
  similar: { m: 200_000_000, u: 40_000_000, points: 23 },
  differ: { m: 150_000_000, u: 930_000_000, points: -26 },
};

/** Families share telephones and buy numbers in a row. */
export const phoneWeights: Weights<PhoneLevel> = {
  same: { m: 600_000_000, u: 10_000_000, points: 59 },
  oneDigit: { m: 40_000_000, u: 2_000_000, points: 43 },
  differ: { m: 360_000_000, u: 988_000_000, points: -15 },
};
