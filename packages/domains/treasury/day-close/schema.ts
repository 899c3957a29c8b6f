/** What is signed about a bank day and its differences. Browser-safe. */
import { z } from "zod";
import { differenceKinds } from "../bank/bank-day.ts";
import { BankReference, Hex32, ValueDay } from "../fields/names.ts";

/** Named items of one close: what is not on both sides yet, or was settled otherwise. */
export const dayItemsMax = 256;
/** Differences that are open, or settled and not yet behind a closed day, on the whole ledger. */
export const differencesMax = 512;

const Minor = z.int();
const KeyId = z.string().regex(/^[0-9a-f]{16}$/);
/** Ed25519 or P-256 (r ‖ s): a bank signs its statements with software or hardware, not with a passkey. */
const Signature = z.string().regex(/^[0-9a-f]{128}$/);

/** `suspense`: a line that the ledger has, and that fits no order. */
export const reportKinds = [...differenceKinds, "suspense"] as const;
export type ReportKind = (typeof reportKinds)[number];
const Named = { bankAccount: BankReference, kind: z.enum(reportKinds), reference: BankReference };

/** `effect`: by how much the bank's balance is above the ledger's for it, minor units. */
export const ReportDifference = z.strictObject({ ...Named, day: ValueDay, effect: Minor });
export type ReportDifference = z.infer<typeof ReportDifference>;

/**
 * What comes of a difference. onItsWay: the other side will have it. bankCorrects, ledgerCorrects: a line of its own will
 * put it right. accepted: it stays, and each close names it. none: looked into, there is no difference.
 */
export const resolutions = ["onItsWay", "bankCorrects", "ledgerCorrects", "accepted", "none"] as const;
export const ProposeSettlement = z.strictObject({ ...Named, resolution: z.enum(resolutions) });
/** `proposal` is the identity of the proposing transaction: whoever settles signs what was proposed. */
export const SettleDifference = z.strictObject({ ...Named, proposal: Hex32 });

/** Something that one side has and the other has not, or has otherwise. */
export const DayItem = z.strictObject({
  kind: z.enum(differenceKinds),
  reference: BankReference,
  day: ValueDay,
  effect: Minor,
});
export type DayItem = z.infer<typeof DayItem>;

/** The bank's signed word of a day (docs/spec, context `mingbai/bank-statement/1`). */
export const SignedBalance = z.strictObject({
  /** SHA-256 of the camt.053 file. */
  file: Hex32,
  closingBalance: Minor,
  currency: z.string().regex(/^[A-Z]{3}$/),
  keyId: KeyId,
  signature: Signature,
});

/**
 * A bank day as both sides sign it, the same bytes: closingBalance = outstanding + suspense + the sum of the items'
 * effects (MONEY 7). `height`: as of which block the ledger's figures are; vouchers and suspense by the end of the day.
 */
export const DayClose = z.strictObject({
  bankAccount: BankReference,
  day: ValueDay,
  statement: SignedBalance,
  ledger: z.strictObject({ height: z.int().min(1), outstanding: Minor, suspense: Minor }),
  items: z.array(DayItem).max(dayItemsMax),
});
export type DayClose = z.infer<typeof DayClose>;

export const CloseBankDay = DayClose;
export const CountersignBankDay = DayClose;
