import type { Settlement } from "@mingbai/registry/content/compare/settlement";

/** What was settled about households; asked once for each household of a run. */
export interface Settlements {
  of(household: string): readonly Settlement[];
}

/** Until reasons can be settled by acts on the ledger, none is. */
export const noSettlements: Settlements = { of: () => [] };
