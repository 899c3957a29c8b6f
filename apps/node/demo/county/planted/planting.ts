import type { Number64 } from "@mingbai/codec/number64";
import type { Dice } from "../draw/dice.ts";
import type { Family } from "../family/family.ts";
import type { Draft, Standing } from "../file/draft.ts";
import type { PlantedFault } from "../made-county.ts";

/** What a planting has at hand. */
export interface Plot {
  readonly dice: Dice;
  /** Which one of its kind it is, from 0. */
  readonly ordinal: number;
  /** The other household of two, as it is without anything planted. */
  readonly other: Draft | undefined;
  readonly newPerson: Number64;
  /** An identity that nobody in the county has. */
  stranger(of: { readonly age: number; readonly sex: "1" | "2" }): { readonly birth: string; readonly number: string };
}

/** How one kind is planted: into which households, and what is done to file and facts. */
export interface Planting {
  /** Which standings the household may have; absent: any. */
  readonly standings?: readonly Standing[];
  /** Of two households, which other one there must be. */
  readonly pairedWith?: (family: Family) => boolean;
  readonly fits?: (family: Family, other: Draft | undefined) => boolean;
  /** Changes the family before anybody has a name. */
  readonly reshape?: (family: Family) => Family;
  /** Changes the made household, and says what is wrong with it now. */
  readonly plant: (draft: Draft, plot: Plot) => readonly PlantedFault[];
}

/** Households on help. */
export const onHelp: readonly Standing[] = ["monitored", "monitored", "relief"];
