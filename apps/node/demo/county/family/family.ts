/** What somebody is in the household, seen from its head. */
export const roles = [
  "head",
  "spouse",
  "son",
  "daughter",
  "sonWife",
  "grandson",
  "granddaughter",
  "father",
  "mother",
  "brother",
  "sister",
] as const;
export type Role = (typeof roles)[number];

/** GB/T 2261.1: "1" male, "2" female. */
export type Sex = "1" | "2";

/** Somebody of a family, before they have a name. */
export interface Member {
  readonly role: Role;
  readonly sex: Sex;
  /** Whole years. */
  readonly age: number;
  readonly marital: "single" | "married" | "widowed" | "divorced";
  /** Born with the one before them. */
  readonly isTwin?: boolean;
}

export type Family = readonly Member[];
