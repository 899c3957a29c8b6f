/** What one decree did to codes of divisions. All codes have 12 digits. */
export interface DivisionChange {
  /** "YYYY-MM-DD": the first day of the new codes and names. */
  readonly day: string;
  /** The decree. */
  readonly source: string;
  readonly ended: readonly EndedDivision[];
  readonly begun: readonly BegunDivision[];
}

/** A code that ended, or ended as a name: a division that is renamed ends and begins on one day. */
export interface EndedDivision {
  readonly code: string;
  readonly name: string;
  /** The codes that what was there has since. */
  readonly into: readonly string[];
}

export interface BegunDivision {
  readonly code: string;
  readonly name: string;
  /** The codes that it was taken from. */
  readonly from: readonly string[];
}
