/** What one ledger shows another of its log, and the events that are shown. Browser-safe. */
import { Account, Amount, FundNumber, Hex32, TimeMs, timeMsMax } from "@mingbai/treasury/schema";
import { z } from "zod";

const eventsCharsMax = 48 * 1024;
const leafDigits = 2 * 224;

/** A leaf of the other ledger's log: its place in a tree that was accepted here, and the events that it commits to. */
export const Proven = z.strictObject({
  ledger: Hex32,
  size: z.int().min(1),
  index: z.int().min(0),
  path: z.array(Hex32).max(64),
  /** Hexadecimal. */
  leaf: z
    .string()
    .length(leafDigits)
    .regex(/^[0-9a-f]+$/),
  /** Canonical JSON of the transaction's events. */
  events: z.string().max(eventsCharsMax),
});
export type Proven = z.infer<typeof Proven>;

/** What both ledgers say of a transfer; `fund` is the parent's number. */
const transferFacts = { source: Hex32, destination: Hex32, n: z.int().min(1), fund: FundNumber, amount: Amount };

/** What the identity of a transfer is a hash of. */
export const TransferTerms = z.strictObject({
  ...transferFacts,
  payee: Account,
  deadlineMs: TimeMs,
  purpose: Hex32,
});
export type TransferTerms = z.infer<typeof TransferTerms>;

/** `levels.transferSent`. What the terms do not say is proven by the leaf all the same. */
export const TransferSent = TransferTerms.extend({
  transfer: Hex32,
  /** Who the money is from is an office: it goes to offices only. */
  isOffice: z.boolean(),
  expiryMs: z.int().min(1).max(timeMsMax).optional(),
});
export type TransferSent = z.infer<typeof TransferSent>;

/**
 * Why a destination did not take it. late: after the deadline. fund: none of that number goes over this tie, or it is frozen. payee: no
 * account that may receive it. limit: more than the sender has of this ledger. expired: the money's time is over. full: no room.
 */
export const refusedReasons = ["late", "fund", "payee", "limit", "expired", "full"] as const;
export type RefusedReason = (typeof refusedReasons)[number];

/** `levels.transferDecided`. */
export const TransferDecided = z.strictObject({
  ...transferFacts,
  transfer: Hex32,
  outcome: z.enum(["accepted", "refused"]),
  reason: z.enum(refusedReasons).optional(),
});
export type TransferDecided = z.infer<typeof TransferDecided>;

const Sum = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Sums of one fund over a ledger and all below it. `received` and `sent`: over the ties to its children, which cancel out there. */
export const FundTotals = z.strictObject({
  /** The parent's number. */
  fund: FundNumber,
  outstanding: Sum,
  paidIn: Sum,
  paidOut: Sum,
});
export type FundTotals = z.infer<typeof FundTotals>;

/** `levels.totalsStated`: sums only, nobody's row. `ledgers`: how many they are over. */
export const TotalsStated = z.strictObject({
  source: Hex32,
  destination: Hex32,
  ledgers: z.int().min(1),
  funds: z.array(FundTotals).max(64),
});
export type TotalsStated = z.infer<typeof TotalsStated>;
