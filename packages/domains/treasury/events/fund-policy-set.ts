import { defineEvent } from "@mingbai/ledger/definition/event";
import { fundTable } from "../tables.ts";

/** The whole policy of a fund as it is from now on; without `returnExpiryDays` what comes back does not expire. */
export const fundPolicySet = defineEvent<{ fund: number; operatingBasisPoints: number; returnExpiryDays?: number }>(
  "treasury.fundPolicySet",
  (state, { fund, ...policy }) => {
    const row = state.table(fundTable).find(String(fund));
    if (row === undefined) throw new Error(`fund ${fund} does not exist`);
    const { returnExpiryDays: _before, ...kept } = row;
    state.table(fundTable).set(String(fund), { ...kept, ...policy });
  },
);
