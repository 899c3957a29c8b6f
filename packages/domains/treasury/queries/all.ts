import { balances } from "./balances.ts";
import { bankDay } from "./bank-day.ts";
import { bankDays } from "./bank-days.ts";
import { bankLines } from "./bank-lines.ts";
import { dayCloses } from "./day-closes.ts";
import { differences } from "./differences.ts";
import { fundBalances } from "./fund-balances.ts";
import { fundTotals } from "./fund-totals.ts";
import { manifests } from "./manifests.ts";
import { monthlyPaid } from "./monthly-paid.ts";
import { operatingShares } from "./operating-shares.ts";
import { ownPlaces } from "./own-places.ts";
import { payeeTotals } from "./payee-totals.ts";
import { payments } from "./payments.ts";
import { paymentsSummary } from "./payments-summary.ts";
import { redemptions } from "./redemptions.ts";
import { search } from "./search.ts";
import { track } from "./track.ts";
import { vouchers } from "./vouchers.ts";

/** What may be asked about money. */
export const treasuryQueries = [
  payments,
  paymentsSummary,
  fundTotals,
  payeeTotals,
  monthlyPaid,
  track,
  search,
  vouchers,
  redemptions,
  manifests,
  bankLines,
  balances,
  fundBalances,
  bankDay,
  bankDays,
  dayCloses,
  differences,
  ownPlaces,
  operatingShares,
] as const;
