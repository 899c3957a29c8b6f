import type { AddressLevel } from "../fields/compare-addresses.ts";
import type { BirthLevel } from "../fields/compare-births.ts";
import type { IdentityLevel } from "../fields/compare-identity-numbers.ts";
import type { PhoneLevel } from "../fields/compare-phones.ts";
import type { VillageLevel } from "../fields/compare-villages.ts";
import type { NameLevel } from "../names/compare-names.ts";
import type { SexLevel } from "./weights.ts";

type Levels = {
  identityNumber: IdentityLevel;
  name: NameLevel;
  birth: BirthLevel;
  sex: SexLevel;
  village: VillageLevel;
  address: AddressLevel;
  phone: PhoneLevel;
};

/** How one field of two people stands, and what that weighs. Fields that one of them lacks give no reason. */
export type Reason = {
  [Field in keyof Levels]: {
    readonly field: Field;
    readonly level: Levels[Field];
    /** Tenths of log2 of the odds; negative where it speaks for two people. */
    readonly points: number;
    /** Why it weighs nothing although it agrees. */
    readonly silent?: Silence;
    /** Of a name: how many people of the register bear it, or one that sounds like it. */
    readonly bearers?: number;
  };
}[keyof Levels];

/**
 * `family`: a family shares it, and the names are not those of one person. `office`: too many people give this
 * telephone. `counted`: the date is in the identity numbers, which
 * agree and have been weighed.
 */
export type Silence = "family" | "office" | "counted";

/** `same`: one person. `probable`: look at both. `possible`: worth a look where there is time. */
export type LikenessClass = "same" | "probable" | "possible";

/** How much speaks for two records being of one person. */
export interface Likeness {
  /** The sum of the reasons' points. */
  readonly points: number;
  readonly reasons: readonly Reason[];
}
