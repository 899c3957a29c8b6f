/**
 * What may be asked about acts that stand alone: vouchers, redemptions, manifests, balances, bank lines. Shapes and units
 * as in `views.ts`. Lists come newest first, by keyset: `next` is the cursor of the page after. Browser-safe.
 */
import { z } from "zod";
import { accountKinds, bankDifferences } from "../schema.ts";
import { FundName, Party, PaymentId, ReadAt } from "../views.ts";

export const actsPageRowsMax = 500;
export const ownAccountsMax = 500;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Account = z.string().regex(/^[0-9a-f]{16}$/);
const Minor = z.int();
const Count = z.int().nonnegative();
const Tranche = z.int().positive();
/** The transaction in which it happened. */
const At = z.object({ transaction: Hash, height: Count, timeMs: Count });

const page = {
  /** Opaque: `next` of the page before. Belongs to one filter. */
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(actsPageRowsMax).default(100),
};

function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row).max(actsPageRowsMax), next: z.string().nullable(), readAt: ReadAt });
}

/** open: its holder may use it. redeeming: at the bank. burned: paid out. returned: given back. spent: passed on. */
export const VoucherState = z.enum(["open", "frozen", "expired", "redeeming", "burned", "returned", "spent"]);
export type VoucherState = z.infer<typeof VoucherState>;

export const VoucherRow = z.object({
  id: Hash,
  /** The voucher that it was split from; null where it was made for a line. */
  parent: Hash.nullable(),
  payment: PaymentId,
  holder: Party,
  fund: FundName,
  tranche: Tranche,
  /** What it was made with, before others were split from it. */
  firstAmountMinor: Minor,
  amountMinor: Minor,
  state: VoucherState,
  made: At,
  ended: At.nullable(),
});
export type VoucherRow = z.infer<typeof VoucherRow>;

/** Vouchers with their lineage: all of one payment, those split from one voucher, or those of one holder. */
export const vouchersView = {
  name: "treasury.vouchers",
  params: z.object({
    id: Hash.optional(),
    parent: Hash.optional(),
    payment: PaymentId.optional(),
    holder: Account.optional(),
    ...page,
  }),
  result: pageOf(VoucherRow),
} as const;

/** Of how many payments an order names where its money is from. */
export const orderPaymentsMax = 12;
export const RedemptionState = z.enum(["locked", "released", "burned", "unlocked", "returned"]);
/** What the reader may do about an order that waits to be released: let it go, or why not. */
export const ReleaseStanding = z.enum(["may", "ownOrder", "otherOffice", "frozen"]);
export type ReleaseStanding = z.infer<typeof ReleaseStanding>;
export const RedemptionRow = z.object({
  endToEndId: z.string(),
  holder: Party,
  fund: FundName,
  tranche: Tranche,
  voucher: Hash.nullable(),
  /** Commitment to where the money is to go; null: to the account that the vault keeps for the holder. */
  destination: Hash.nullable(),
  amountMinor: Minor,
  state: RedemptionState,
  /** Null where nothing waits for release, and for readers who release nothing. */
  release: ReleaseStanding.nullable(),
  /** The bank's code where it did not pay. */
  reason: z.string().nullable(),
  /** The line of the bank's statement that paid it, and the one that brought it back. */
  bankReference: z.string().nullable(),
  returnReference: z.string().nullable(),
  /** Payments whose money it is, the oldest first (MONEY 1), with how much of each; not more than the first few. */
  payments: z.array(z.object({ id: PaymentId, amountMinor: Minor })).max(orderPaymentsMax),
  ordered: At,
  orderedBy: Account,
  /** When the fund's office let it go to the bank. */
  released: At.nullable(),
  ended: At.nullable(),
});
export type RedemptionRow = z.infer<typeof RedemptionRow>;

export const redemptionsView = {
  name: "treasury.redemptions",
  params: z.object({
    holder: Account.optional(),
    state: RedemptionState.optional(),
    endToEndId: z.string().max(64).optional(),
    /** holder: of the reader's own accounts. office: against funds that the reader's office looks after. */
    of: z.enum(["holder", "office"]).optional(),
    ...page,
  }),
  result: pageOf(RedemptionRow),
} as const;

/** proposed: waits for approval. approved: may be paid. paying: some of its batches are. paid: all of them are. */
export const ManifestState = z.enum(["proposed", "approved", "paying", "paid"]);
export const ManifestRow = z.object({
  manifest: Hash,
  payer: Party,
  fund: FundName,
  tranche: Tranche,
  totalMinor: Minor,
  count: Count,
  batches: Count,
  state: ManifestState,
  approvals: Count,
  paidBatches: Count,
  /** Lines that were paid, and their sum. */
  paidCount: Count,
  paidMinor: Minor,
  /** Of lines that were refused: it stayed with the payer. */
  refusedMinor: Minor,
  proposed: At,
  approved: At.nullable(),
  /** Accounts of who proposed and who approved, in order; null for readers who may not see them. */
  people: z.object({ proposer: Account, approvers: z.array(Account) }).nullable(),
});
export type ManifestRow = z.infer<typeof ManifestRow>;

export const manifestsView = {
  name: "treasury.manifests",
  params: z.object({
    manifest: Hash.optional(),
    fund: z.string().min(1).optional(),
    state: ManifestState.optional(),
    ...page,
  }),
  result: pageOf(ManifestRow),
} as const;

/** Lines of bank statements: what made vouchers, what burned them, and what is in suspense (`fund` null). */
export const BankLineKind = z.enum([
  "deposit",
  "returnedPayout",
  "payout",
  "batchPayout",
  "interest",
  "unknownCredit",
  "fee",
  "unknownDebit",
  "supplierReturn",
  "priorPeriodReceipt",
]);
export const BankLineRow = z.object({
  bankAccount: z.string(),
  reference: z.string(),
  valueDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  kind: BankLineKind,
  /** Credits positive, debits negative. */
  amountMinor: Minor,
  fund: FundName.nullable(),
  endToEndId: z.string().nullable(),
  /** Why a line that names an order is in suspense. */
  difference: z.enum(bankDifferences).nullable(),
  booked: At,
});
export type BankLineRow = z.infer<typeof BankLineRow>;

export const bankLinesView = {
  name: "treasury.bankLines",
  params: z.object({ fund: z.string().min(1).optional(), kind: BankLineKind.optional(), ...page }),
  result: pageOf(BankLineRow),
} as const;

/** What an account has in a tranche. named: in vouchers of their own. offer: set aside for an offer of vouchers. */
export const BalanceRow = z.object({
  fund: FundName,
  tranche: Tranche,
  freeMinor: Minor,
  lockedMinor: Minor,
  namedMinor: Minor,
  standing: z.enum(["open", "frozen", "expired", "offer"]),
});
export type BalanceRow = z.infer<typeof BalanceRow>;

/** Balances of one account by fund and tranche; places where it has nothing are left out. */
export const balancesView = {
  name: "treasury.balances",
  params: z.object({ account: Account, fund: z.string().min(1).optional(), ...page }),
  result: pageOf(BalanceRow),
} as const;

/**
 * The first equation of every fund: `outstandingMinor` (free, locked, in vouchers of their own) = `bookedMinor`, what was
 * booked at the bank for it, + `claimsMinor`, what came from other ledgers less what went there. Suspense is what the bank
 * holds besides.
 */
export const fundBalancesView = {
  name: "treasury.fundBalances",
  params: z.object({}),
  result: z.object({
    funds: z.array(
      FundName.extend({
        /** The ledger's number of the fund, which commands name. */
        number: z.int().positive(),
        outstandingMinor: Minor,
        freeMinor: Minor,
        lockedMinor: Minor,
        namedMinor: Minor,
        bookedMinor: Minor,
        claimsMinor: Minor,
      }),
    ),
    suspenseMinor: Minor,
    readAt: ReadAt,
  }),
} as const;

/**
 * The accounts that the reader acts for: those of their organisation and their own; and every fund with the number by
 * which commands name it.
 */
export const ownPlacesView = {
  name: "treasury.ownPlaces",
  params: z.object({}),
  result: z.object({
    accounts: z.array(z.object({ account: Account, kind: z.enum(accountKinds), name: z.string() })).max(ownAccountsMax),
    funds: z.array(FundName.extend({ number: z.int().positive() })),
    readAt: ReadAt,
  }),
} as const;

/** What an office may pay out for itself in a year: floor(basis points × (received − returned)) − redeemed. */
export const ShareRow = z.object({
  office: Party,
  fund: FundName.extend({ number: z.int().positive() }),
  year: z.int(),
  basisPoints: Count,
  receivedMinor: Minor,
  returnedMinor: Minor,
  redeemedMinor: Minor,
  mayMinor: Minor,
});
export type ShareRow = z.infer<typeof ShareRow>;

export const sharesMax = 1_000;

/** Operating shares: of the reader's own offices; who looks after all of them sees all. The latest year first. */
export const operatingSharesView = {
  name: "treasury.operatingShares",
  params: z.object({}),
  result: z.object({ rows: z.array(ShareRow).max(sharesMax), readAt: ReadAt }),
} as const;

/** Every view of single acts. */
export const actViews = [
  vouchersView,
  redemptionsView,
  manifestsView,
  bankLinesView,
  balancesView,
  fundBalancesView,
  ownPlacesView,
  operatingSharesView,
] as const;
