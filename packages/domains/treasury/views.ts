/**
 * What pages, exports and scripts may ask about money: one view is a name, the shape of its question and the shape of
 * its answer. Asked as `GET /api/queries/<name>?…`; numbers in the query string are coerced.
 * Browser-safe. Money is a signed safe integer of minor units of the ledger's one currency (fen, pence), which
 * `explorer.status` names together with its decimals. Times are ms since 1970-01-01T00:00:00Z; business days are
 * `YYYY-MM-DD` as the bank or the publisher wrote them. Names of natural persons arrive masked already.
 */
import { z } from "zod";

export const paymentsPageRowsMax = 1_000;
export const searchHitsMax = 20;
export const filterTextCharsMax = 100;

/** 32-byte hash or transaction id, 64 lower-case hex digits. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Account number: 64 bits, 16 lower-case hex digits. */
const Account = z.string().regex(/^[0-9a-f]{16}$/);
/** A payment is one line of a signed transaction: `<transaction id>-<line, from 0>`; a single payment is line 0. */
export const PaymentId = z.string().regex(/^[0-9a-f]{64}-(0|[1-9]\d{0,5})$/);
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Minor = z.int();
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();

/** Up to which block the answer has read; everything in it is durable. */
export const ReadAt = z.object({ height: Count, timeMs: TimeMs });

/**
 * Someone who holds or receives money. `nature`: organisation (name in full), person (name masked by the server),
 * many (the one account that stands for redacted names: "many, unknown"; `name` is then empty), bank.
 */
export const Party = z.object({
  account: Account,
  name: z.string(),
  nature: z.enum(["organisation", "person", "many", "bank"]),
});
export type Party = z.infer<typeof Party>;

/** A fund keeps its purpose from deposit to burn. `id` is the fund's code on the ledger. */
export const FundName = z.object({ id: z.string().min(1), name: z.string() });

/** payment: money out; return: money back from the payee of an earlier payment; priorReceipt: back for an earlier period. */
export const PaymentKind = z.enum(["payment", "return", "priorReceipt"]);
export type PaymentKind = z.infer<typeof PaymentKind>;

/** Where this money is now: with the payee, confirmed by them, locked for the bank, paid and burned, back, frozen. */
export const PaymentStatus = z.enum(["disbursed", "confirmed", "redeeming", "burned", "returned", "frozen"]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** `amountMinor` is positive for payments and negative for returns and prior-period receipts, so that columns add up. */
export const PaymentRow = z.object({
  id: PaymentId,
  /** The payer's own number of the payment, as published. */
  reference: z.string(),
  kind: PaymentKind,
  status: PaymentStatus,
  paidOn: Day,
  enteredMs: TimeMs,
  amountMinor: Minor,
  fund: FundName,
  payee: Party,
  /** What it was for, in the payer's words; may be empty. */
  purpose: z.string(),
  height: Count,
});
export type PaymentRow = z.infer<typeof PaymentRow>;

/**
 * Which payments. All bounds inclusive. `text` is found in reference, payee and purpose, without case.
 * Names are searched as they are shown, masked: a search must not uncover what the page hides.
 * `asOfHeight` leaves out what was entered after that block, so that pages, sum and export of one list agree.
 */
export const PaymentFilter = z.object({
  fund: z.string().min(1).optional(),
  payee: Account.optional(),
  from: Day.optional(),
  to: Day.optional(),
  amountMinMinor: z.coerce.number().int().optional(),
  amountMaxMinor: z.coerce.number().int().optional(),
  kind: PaymentKind.optional(),
  status: PaymentStatus.optional(),
  text: z.string().trim().min(1).max(filterTextCharsMax).optional(),
  asOfHeight: z.coerce.number().int().nonnegative().optional(),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

/** Ties are broken by the order of entry, so that keyset paging never skips or doubles a row. */
export const PaymentSort = z.enum(["paidOn", "amount", "reference", "payee", "fund"]);
export type PaymentSort = z.infer<typeof PaymentSort>;

export const PaymentsParams = PaymentFilter.extend({
  /** Lines of one batch only, by its transaction. */
  batch: Hash.optional(),
  sort: PaymentSort.default("paidOn"),
  order: z.enum(["asc", "desc"]).default("desc"),
  /** Opaque: `next` of the page before. Belongs to one filter and sort. */
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(paymentsPageRowsMax).default(200),
});
export type PaymentsParams = z.infer<typeof PaymentsParams>;

export const paymentsView = {
  name: "treasury.payments",
  params: PaymentsParams,
  result: z.object({ rows: z.array(PaymentRow).max(paymentsPageRowsMax), next: z.string().nullable(), readAt: ReadAt }),
} as const;

/** Count and sums of the whole filter, never of a page. `sumMinor` = `paidMinor` + `returnedMinor` (≤ 0). */
export const paymentsSummaryView = {
  name: "treasury.paymentsSummary",
  params: PaymentFilter,
  result: z.object({ count: Count, sumMinor: Minor, paidMinor: Minor, returnedMinor: Minor, readAt: ReadAt }),
} as const;

/**
 * One row a fund. `depositedMinor` − `paidMinor` = `leftMinor`, where `paidMinor` is net of returns;
 * `burnedMinor` is the part of it that the bank has paid out.
 */
export const FundTotal = FundName.extend({
  depositedMinor: Minor,
  paidMinor: Minor,
  burnedMinor: Minor,
  leftMinor: Minor,
  payments: Count,
  payees: Count,
});
export type FundTotal = z.infer<typeof FundTotal>;

/** All funds by `paidMinor` falling, with the sums of the rows in `total`. */
export const fundTotalsView = {
  name: "treasury.fundTotals",
  params: z.object({}),
  result: z.object({
    funds: z.array(FundTotal),
    total: FundTotal.omit({ id: true, name: true }),
    readAt: ReadAt,
  }),
} as const;

export const PayeeTotal = z.object({ payee: Party, paidMinor: Minor, payments: Count, funds: Count });
export type PayeeTotal = z.infer<typeof PayeeTotal>;

/** The `limit` payees with the most net money, and `others` so that rows + others = total. Of one fund if named. */
export const payeeTotalsView = {
  name: "treasury.payeeTotals",
  params: z.object({
    fund: z.string().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(12),
  }),
  result: z.object({
    rows: z.array(PayeeTotal),
    others: z.object({ payees: Count, paidMinor: Minor, payments: Count }),
    total: z.object({ payees: Count, paidMinor: Minor, payments: Count }),
    readAt: ReadAt,
  }),
} as const;

/** Net money paid in each month from the first with a payment to the last, months without any included as 0. */
export const monthlyPaidView = {
  name: "treasury.monthlyPaid",
  params: z.object({ fund: z.string().min(1).optional() }),
  result: z.object({
    months: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), paidMinor: Minor, payments: Count })),
    readAt: ReadAt,
  }),
} as const;

/** setAside, take, spend: consumer vouchers, at the office, by a person, with a merchant. */
export const StepKind = z.enum([
  "mint",
  "allocate",
  "disburse",
  "confirm",
  "redeem",
  "burn",
  "unlock",
  "return",
  "freeze",
  "unfreeze",
  "expire",
  "setAside",
  "take",
  "spend",
]);
export type StepKind = z.infer<typeof StepKind>;

/** Who did it and as what; `name` of a natural person is masked where the reader is not entitled. */
export const Actor = z.object({ role: z.enum(["enteredBy", "approvedBy", "importedBy", "bank"]), name: z.string() });

/**
 * One act in the life of the money. `from`/`to` are absent where no money moved. `paymentMinor` is the part of
 * `amountMinor` that is this payment's own (a mint of 32,000,000 carries a payment of 646,800).
 */
export const TrackStep = z.object({
  step: z.int().positive(),
  kind: StepKind,
  timeMs: TimeMs,
  from: Party.optional(),
  to: Party.optional(),
  amountMinor: Minor,
  paymentMinor: Minor,
  actors: z.array(Actor),
  bankReference: z.string().optional(),
  transaction: z.object({ id: Hash, line: Count.optional(), height: Count }),
});
export type TrackStep = z.infer<typeof TrackStep>;

/**
 * The picture beside the steps, columns from left to right. `part`: path = this payment's way, sibling = money of the
 * same source that went elsewhere (small ones may be gathered into one node), unspent = not moved on yet.
 * `label` of gathered and unspent nodes is empty: pages word them. What leaves a node never exceeds what it holds; `amountMinor` of a link is the money along it.
 */
export const FlowNode = z.object({
  id: z.string(),
  column: Count,
  label: z.string(),
  part: z.enum(["path", "sibling", "unspent"]),
  amountMinor: Minor,
  /** How many parties a gathered node stands for. */
  gathered: Count.optional(),
  /** The payments behind this node, if it opens. */
  opens: PaymentFilter.pick({ fund: true, payee: true }).optional(),
});
export type FlowNode = z.infer<typeof FlowNode>;

export const FlowLink = z.object({
  from: z.string(),
  to: z.string(),
  amountMinor: Minor,
  part: z.enum(["path", "sibling", "unspent"]),
});
export type FlowLink = z.infer<typeof FlowLink>;

export const Flow = z.object({ nodes: z.array(FlowNode).max(60), links: z.array(FlowLink).max(120) });
export type Flow = z.infer<typeof Flow>;

/**
 * The whole life of one payment. `steps` in ledger order. `related`: returns of this payment, or the payment that this
 * one returns. Unknown id: problem UNKNOWN_PAYMENT (404).
 */
export const trackView = {
  name: "treasury.track",
  params: z.object({ id: PaymentId }),
  result: z.object({
    payment: PaymentRow,
    steps: z.array(TrackStep).min(1),
    /** What of this payment the bank has paid out so far; equals `payment.amountMinor` when all of it is. */
    burnedMinor: Minor,
    flow: Flow,
    related: z.array(PaymentRow),
    readAt: ReadAt,
  }),
} as const;

/** One thing found. `at` says which page opens it. */
export const SearchHit = z.discriminatedUnion("at", [
  z.object({ at: z.literal("payment"), payment: PaymentRow }),
  z.object({ at: z.literal("payee"), payee: Party, payments: Count, paidMinor: Minor }),
  z.object({ at: z.literal("fund"), fund: FundName, payments: Count, paidMinor: Minor }),
]);
export type SearchHit = z.infer<typeof SearchHit>;

/** Payments by reference (start of it), payees and funds by a part of the name; best first. Blocks and transactions: `explorer.search`. */
export const searchView = {
  name: "treasury.search",
  params: z.object({
    text: z.string().trim().min(1).max(filterTextCharsMax),
    limit: z.coerce.number().int().min(1).max(searchHitsMax).default(8),
  }),
  result: z.object({ hits: z.array(SearchHit).max(searchHitsMax) }),
} as const;

/** Every view of this domain; the server mounts each, the client types each. */
export const treasuryViews = [
  paymentsView,
  paymentsSummaryView,
  fundTotalsView,
  payeeTotalsView,
  monthlyPaidView,
  trackView,
  searchView,
] as const;
