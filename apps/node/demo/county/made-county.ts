import type { Number64 } from "@mingbai/codec/number64";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import type { HouseholdValues } from "@mingbai/registry/content/file/household-values";
import type { Values } from "@mingbai/registry/content/file/value";
import type { Village } from "./places/list-villages.ts";
import type { PlantedKind } from "./planted/kinds.ts";

/** A fault, or a decoy that only looks like one, with all whom it is about. */
export interface PlantedFault {
  readonly kind: PlantedKind;
  /** Households whose files it stands in; none where people have no file. */
  readonly households: readonly Number64[];
  readonly people: readonly Number64[];
  /** The identity numbers by which departments know these people. */
  readonly about: readonly string[];
}

export interface MadePerson {
  readonly person: Number64;
  readonly values: Values;
}

/** A household as it would be entered, the head first, and what is wrong with it. */
export interface MadeHousehold extends HouseholdValues {
  /** As people write it: village, group, number in the village: `YL-03-0127`. */
  readonly number: string;
  readonly household: Number64;
  /** 12 digits. */
  readonly village: string;
  readonly team: number;
  readonly people: readonly MadePerson[];
  readonly planted: readonly PlantedFault[];
}

export interface PlantedOfKind {
  readonly count: number;
  readonly faults: readonly PlantedFault[];
}

export type PlantedCounts = Readonly<Record<PlantedKind, PlantedOfKind>>;

export interface MadeCounty {
  readonly seed: number;
  readonly day: string;
  readonly villages: readonly Village[];
  /** How many households have a file. */
  readonly size: number;
  /** Made one after the other while they are asked for, as often as they are asked for. */
  readonly households: Iterable<MadeHousehold>;
  /** One household by its place, from 0. */
  household(index: number): MadeHousehold;
  /** What the departments know, household by household, then of those who have no file. */
  facts(): Iterable<Fact>;
  /** Makes the households that something is planted in, and no others. */
  planted(): PlantedCounts;
}
