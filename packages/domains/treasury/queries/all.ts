import { fundTotals } from "./fund-totals.ts";
import { monthlyPaid } from "./monthly-paid.ts";
import { payeeTotals } from "./payee-totals.ts";
import { payments } from "./payments.ts";
import { paymentsSummary } from "./payments-summary.ts";
import { search } from "./search.ts";
import { track } from "./track.ts";

/** What may be asked about money. */
export const treasuryQueries = [
  payments,
  paymentsSummary,
  fundTotals,
  payeeTotals,
  monthlyPaid,
  track,
  search,
] as const;
