import { balances } from "./balances.ts";
import { bankDay } from "./bank-day.ts";
import { bankDays } from "./bank-days.ts";
import { bankLines } from "./bank-lines.ts";
import { dayCloses } from "./day-closes.ts";
import { differences } from "./differences.ts";
import { freezes } from "./freezes.ts";
import { fundBalances } from "./fund-balances.ts";
import { fundTotals } from "./fund-totals.ts";
import { manifestBatches } from "./manifest-batches.ts";
import { manifests } from "./manifests.ts";
import { merchants } from "./merchants.ts";
import { monthlyPaid } from "./monthly-paid.ts";
import { offerTakers } from "./offer-takers.ts";
import { offers } from "./offers.ts";
import { operatingShares } from "./operating-shares.ts";
import { ownPlaces } from "./own-places.ts";
import { payeeTotals } from "./payee-totals.ts";
import { payments } from "./payments.ts";
import { paymentsSummary } from "./payments-summary.ts";
import { redemptions } from "./redemptions.ts";
import { search } from "./search.ts";
import { till } from "./till.ts";
import { track } from "./track.ts";
import { transactions } from "./transactions.ts";
import { vouchers } from "./vouchers.ts";
import { wallet } from "./wallet.ts";

/** What may be asked about money. */
export const treasuryQueries = [
  payments,
  paymentsSummary,
  fundTotals,
  payeeTotals,
  monthlyPaid,
  track,
  transactions,
  search,
  vouchers,
  redemptions,
  manifests,
  manifestBatches,
  bankLines,
  balances,
  fundBalances,
  bankDay,
  bankDays,
  dayCloses,
  differences,
  freezes,
  ownPlaces,
  operatingShares,
  offers,
  merchants,
  wallet,
  till,
  offerTakers,
] as const;
