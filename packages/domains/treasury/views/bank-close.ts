/** Bank days as both sides sign them, and the differences between them. Browser-safe. */
import { z } from "zod";
import { DayClose, reportKinds, resolutions } from "../day-close/schema.ts";
import { ReadAt } from "../views.ts";

export { type DayItem, type ReportKind, resolutions } from "../day-close/schema.ts";

export const bankDaysMax = 60;
export const differenceRowsMax = 500;
export const closeRowsMax = 100;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Account = z.string().min(1).max(64);
/** Who signed it, for which organisation, and the transaction. */
const Signed = z.object({
  account: z.string().regex(/^[0-9a-f]{16}$/),
  organisation: z.string(),
  transaction: Hash,
  height: z.int(),
  timeMs: z.int(),
});
export type Signed = z.infer<typeof Signed>;

/** open: nobody has signed it. pending: the office has. closed: the bank too. */
export const dayStates = ["open", "pending", "closed"] as const;

/**
 * Days of an escrow account that have lines, latest first, at most `bankDaysMax`; without `account` those of the account
 * that was booked last. `openDifferences` counts those of all accounts: while there are any nothing is minted.
 */
export const bankDaysView = {
  name: "treasury.bankDays",
  params: z.object({ account: Account.optional() }),
  result: z.object({
    accounts: z.array(z.string()),
    account: z.string().nullable(),
    days: z
      .array(z.object({ day: Day, lines: z.int(), state: z.enum(dayStates), openDifferences: z.int() }))
      .max(bankDaysMax),
    openDifferences: z.int(),
    /** Since when minting is stopped; null while it is not. */
    stoppedMs: z.int().nullable(),
    readAt: ReadAt,
  }),
} as const;

/** What the office has signed, latest first: of one day, or what waits for the bank. What was signed anew stands once. */
export const dayClosesView = {
  name: "treasury.dayCloses",
  params: z.object({ account: Account, day: Day.optional(), state: z.enum(["pending", "closed"]).optional() }),
  result: z.object({
    closes: z
      .array(
        z.object({
          claim: DayClose,
          state: z.enum(["pending", "closed"]),
          closed: Signed,
          countersigned: Signed.nullable(),
        }),
      )
      .max(closeRowsMax),
    readAt: ReadAt,
  }),
} as const;
export type DayCloseRow = z.infer<typeof dayClosesView.result>["closes"][number];

export const DifferenceRow = z.object({
  bankAccount: z.string(),
  kind: z.enum(reportKinds),
  reference: z.string(),
  day: Day,
  effectMinor: z.int(),
  state: z.enum(["open", "settled"]),
  reported: Signed,
  proposed: Signed.extend({ resolution: z.enum(resolutions) }).nullable(),
  settled: Signed.nullable(),
});
export type DifferenceRow = z.infer<typeof DifferenceRow>;

/** Differences that were reported, the open ones first, then the latest; at most `differenceRowsMax`. */
export const differencesView = {
  name: "treasury.differences",
  params: z.object({ account: Account.optional(), state: z.enum(["open", "settled"]).optional() }),
  result: z.object({ differences: z.array(DifferenceRow).max(differenceRowsMax), readAt: ReadAt }),
} as const;

export const bankCloseViews = [bankDaysView, dayClosesView, differencesView] as const;
