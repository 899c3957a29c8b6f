/**
 * What the commands of the treasury take, how much of it, and who sees what. Browser-safe: SDK, HTTP and CLI derive
 * from it. Amounts are integers of the ledger's minor unit; times are ms since 1970-01-01T00:00:00Z.
 */
import { amountMax } from "@mingbai/codec/money";
import { MatterId, Version } from "@mingbai/workflow/schema";
import { z } from "zod";
import {
  CloseBankDay,
  CountersignBankDay,
  ProposeSettlement,
  ReportDifference,
  SettleDifference,
} from "./day-close/schema.ts";
import { BankReference, EndToEndId, Hex32, ValueDay } from "./fields/names.ts";
import { Account, Amount, FundNumber, TimeMs, TrancheNumber } from "./fields/numbers.ts";
import { offerCommands } from "./schema/offers.ts";

export { BankReference, EndToEndId, endToEndIdCharsMax, Hex32, ValueDay } from "./fields/names.ts";
export {
  Account,
  Amount,
  FundNumber,
  fundNumberMax,
  TimeMs,
  TrancheNumber,
  timeMsMax,
  tranchesMax,
} from "./fields/numbers.ts";

export const accountsPerCommandMax = 512;
export const bankLinesPerCommandMax = 256;
export const ordersPerCommandMax = 256;
export const mattersPerCommandMax = 64;
export const batchesPerManifestMax = 512;
export const failedLinesPerCommandMax = 2_048;
export const settledLinesPerCommandMax = 4_096;
export const linesPerBatchMax = 8_192;
export const pathStepsMax = 13;
export const basisPointsMax = 10_000;
export const returnExpiryDaysMax = 3_650;
export const approvalsNeededNormally = 2;

/** A sum of amounts. */
export const Total = z.int().min(1).max(amountMax);
const LineIndex = z
  .int()
  .min(0)
  .max(linesPerBatchMax - 1);

/** What an account is: office (spends by manifest), supplier, person, or the one that stands for redacted names. */
export const accountKinds = ["office", "supplier", "person", "many"] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Where money comes from: what its holder has in a tranche, or one named voucher there. */
export const From = z.strictObject({
  holder: Account,
  fund: FundNumber,
  tranche: TrancheNumber,
  voucher: Hex32.optional(),
});
export type From = z.infer<typeof From>;

/** `organisation`: whose people act for the account; without it only the account's own keys do. */
export const OpenAccounts = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        account: Account,
        kind: z.enum(accountKinds),
        organisation: z.string().min(1).max(64).optional(),
      }),
    )
    .min(1)
    .max(accountsPerCommandMax),
});

/** `office` receives the fund's deposits. `approvalsNeeded` 1 only on a reconstruction; otherwise 2, also when absent. */
export const CreateFund = z.strictObject({
  fund: FundNumber,
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,47}$/),
  office: Account,
  operatingBasisPoints: z.int().min(0).max(basisPointsMax).optional(),
  /** Days until money that came back to the fund expires; without it, it does not. */
  returnExpiryDays: z.int().min(1).max(returnExpiryDaysMax).optional(),
  approvalsNeeded: z.int().min(1).max(approvalsNeededNormally).optional(),
});

const bankLine = { reference: BankReference, valueDay: ValueDay, amount: Amount };

/** One line of a bank statement, as classified (MONEY 6). */
export const BankLine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("deposit"), ...bankLine, fund: FundNumber, expiryMs: TimeMs.optional() }),
  z.strictObject({ kind: z.literal("returnedPayout"), ...bankLine, endToEndId: BankReference }),
  z.strictObject({ kind: z.literal("payout"), ...bankLine, endToEndId: BankReference }),
  z.strictObject({ kind: z.literal("interest"), ...bankLine }),
  z.strictObject({ kind: z.literal("unknownCredit"), ...bankLine }),
  z.strictObject({ kind: z.literal("fee"), ...bankLine }),
  z.strictObject({ kind: z.literal("unknownDebit"), ...bankLine }),
  z.strictObject({ kind: z.literal("supplierReturn"), ...bankLine, fund: FundNumber, supplier: Account }),
  z.strictObject({ kind: z.literal("priorPeriodReceipt"), ...bankLine, fund: FundNumber, supplier: Account }),
]);
export type BankLine = z.infer<typeof BankLine>;
export type BankLineKind = BankLine["kind"];

export const BookBankLines = z.strictObject({
  bankAccount: BankReference,
  lines: z.array(BankLine).min(1).max(bankLinesPerCommandMax),
});

/** Splits `amount` off a voucher; the rest stays in it. */
export const SplitVoucher = z.strictObject({ voucher: Hex32, amount: Amount });

export const Allocate = z.strictObject({ from: From, to: Account, amount: Amount, expiryMs: TimeMs.optional() });

/**
 * `manifest` is 32 random bytes chosen by the proposer: batches carry it in their head, and `batches` are the body
 * hashes of those batches, so that it cannot be the identity of this transaction.
 */
export const ProposeManifest = z.strictObject({
  manifest: Hex32,
  payer: Account,
  fund: FundNumber,
  tranche: TrancheNumber,
  /** Salted commitment to the list that people saw. */
  listDigest: Hex32,
  total: Total,
  count: z
    .int()
    .min(1)
    .max(batchesPerManifestMax * linesPerBatchMax),
  batches: z.array(Hex32).min(1).max(batchesPerManifestMax),
});

/** `proposal` is the identity of the proposing transaction: approving it signs every byte of what was proposed. */
export const ApproveManifest = z.strictObject({ manifest: Hex32, proposal: Hex32 });

/** `reference` is opaque: a truncated salted commitment, as in a batch's line. */
export const Pay = z.strictObject({
  from: From,
  payee: Account,
  amount: Amount,
  reference: z.string().regex(/^[0-9a-f]{32}$/),
});

export const NameLine = z.strictObject({
  /** Identity of the batch's transaction. */
  batch: Hex32,
  line: LineIndex,
  /** The 64 bytes of the line. */
  record: z.string().regex(/^[0-9a-f]{128}$/),
  path: z.array(Hex32).max(pathStepsMax),
});

export const ReturnPayment = z.strictObject({ from: From, amount: Amount });

/** What is frozen: money where it stands, or what moves it: a fund's whole money, a list that was proposed. */
export const FreezeTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tranche"), tranche: TrancheNumber }),
  z.strictObject({ kind: z.literal("account"), account: Account }),
  z.strictObject({ kind: z.literal("voucher"), voucher: Hex32 }),
  z.strictObject({ kind: z.literal("fund"), fund: FundNumber }),
  z.strictObject({ kind: z.literal("manifest"), manifest: Hex32 }),
]);
export type FreezeTarget = z.infer<typeof FreezeTarget>;
/** What a target of its kind is known by. */
export function freezeSubject(target: FreezeTarget): string {
  switch (target.kind) {
    case "tranche":
      return String(target.tranche);
    case "account":
      return target.account;
    case "voucher":
      return target.voucher;
    case "fund":
      return String(target.fund);
    case "manifest":
      return target.manifest;
  }
}

/**
 * `destination`: commitment to where the money is to go (`DestinationContent`), so that whoever orders signs it too;
 * without it the money goes to the account that the vault keeps for the holder.
 */
export const Redeem = z.strictObject({
  from: From,
  amount: Amount,
  endToEndId: EndToEndId,
  destination: Hex32.optional(),
});

/** Orders that may go to the bank; all of them or none. */
export const ReleaseOrders = z.strictObject({
  endToEndIds: z.array(EndToEndId).min(1).max(ordersPerCommandMax),
});

/** Why an order is not paid: the bank's own code, or that of the office that would not release it. */
export const CancelRedemption = z.strictObject({ endToEndId: BankReference, reason: z.string().min(1).max(16) });

/** `paid`: the lines that the bank paid, or "rest" for all that are neither settled already nor listed as failed. */
export const SettleBatch = z.strictObject({
  batch: Hex32,
  bankAccount: BankReference,
  reference: BankReference,
  valueDay: ValueDay,
  paid: z.union([z.literal("rest"), z.array(LineIndex).max(settledLinesPerCommandMax)]),
  failed: z.array(z.strictObject({ line: LineIndex, reason: z.string().min(1).max(16) })).max(failedLinesPerCommandMax),
});

export const ReturnExpired = z.strictObject({ from: From, amount: Amount });

/** Matters that were passed, and from where each is paid. `expiryMs`: of what an office receives. All of them or none. */
export const Disburse = z.strictObject({
  items: z
    .array(z.strictObject({ matter: MatterId, version: Version, from: From, expiryMs: TimeMs.optional() }))
    .min(1)
    .max(mattersPerCommandMax),
});

/** Every command of this domain by its verb; its name on the ledger is `treasury.<verb>`. */
export const treasuryCommands = {
  openAccounts: OpenAccounts,
  createFund: CreateFund,
  bookBankLines: BookBankLines,
  splitVoucher: SplitVoucher,
  allocate: Allocate,
  proposeManifest: ProposeManifest,
  approveManifest: ApproveManifest,
  pay: Pay,
  disburse: Disburse,
  nameLine: NameLine,
  returnPayment: ReturnPayment,
  redeem: Redeem,
  releaseOrders: ReleaseOrders,
  cancelRedemption: CancelRedemption,
  settleBatch: SettleBatch,
  returnExpired: ReturnExpired,
  reportDifference: ReportDifference,
  proposeSettlement: ProposeSettlement,
  settleDifference: SettleDifference,
  closeBankDay: CloseBankDay,
  countersignBankDay: CountersignBankDay,
  ...offerCommands,
} as const;

/** The one command that is a batch of lines instead of an input. */
export const payBatchName = "treasury.payBatch";

/** What a line's result byte means. */
export const lineResults = [
  "ACCEPTED",
  "PAYEE_UNKNOWN",
  "PAYEE_CLOSED",
  "PAYEE_FROZEN",
  "AMOUNT_ZERO",
  "AMOUNT_TOO_LARGE",
] as const;
export type LineResult = (typeof lineResults)[number];
export const lineCodes = { accepted: 0, unknown: 1, closed: 2, frozen: 3, zero: 4, tooLarge: 5 } as const;

/**
 * Why a bank line that names an order stands in suspense: the bank's word is a fact, and what it does not agree with
 * stays visible until somebody has settled it.
 */
export const bankDifferences = [
  "orderUnknown",
  "notReleased",
  "amountDiffers",
  "orderEnded",
  /** Money came back for an order that was not paid. */
  "notPaid",
  /** Money came back that had been paid wrongly: it balances a line that is in suspense already. */
  "takenBack",
] as const;
export type BankDifference = (typeof bankDifferences)[number];

/** Which fields of a money track every member of the alliance sees (MONEY 23); all others need an entitlement. */
export const memberVisibleFields = [
  "fund",
  "tranche",
  "kind",
  "status",
  "amountMinor",
  "height",
  "timeMs",
  "transaction",
] as const;
