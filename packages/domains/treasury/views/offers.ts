/**
 * What may be asked about consumer vouchers. Shapes and units as in `views.ts`; offers and merchants are public, what a
 * person bought is not (ADR 16). Lists come newest first. Browser-safe.
 */
import { z } from "zod";
import { collectedTakersPerCommandMax, Merchants, Takers } from "../schema/offers.ts";
import { FundName, Party, PaymentId, ReadAt } from "../views.ts";

export const offersPageRowsMax = 200;
export const merchantsRowsMax = 2_000;
export const walletOffersMax = 200;
export const purchasesMax = 200;
export const tillDaysMax = 31;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Account = z.string().regex(/^[0-9a-f]{16}$/);
const Minor = z.int();
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();
/** Days since 1970-01-01 in the ledger's zone. */
const Day = z.int().nonnegative();
const At = z.object({ transaction: Hash, height: Count, timeMs: TimeMs });
const page = {
  /** Opaque: `next` of the page before. Belongs to one filter. */
  cursor: z.string().max(500).optional(),
};

/** over: its end has come. withdrawn: never opened. */
export const OfferStanding = z.enum(["proposed", "open", "stopped", "over", "withdrawn"]);
export type OfferStanding = z.infer<typeof OfferStanding>;

export const OfferRow = z.object({
  id: Hash,
  title: z.string(),
  about: z.string(),
  office: Party,
  /** The organisation whose merchants it may be spent with. */
  organisation: z.string(),
  fund: FundName,
  eachMinor: Minor,
  count: Count,
  perDayMinor: Minor,
  fromMs: TimeMs,
  untilMs: TimeMs,
  takers: Takers,
  merchants: Merchants,
  standing: OfferStanding,
  isFrozen: z.boolean(),
  approvals: Count,
  /** How many people have taken it. */
  taken: Count,
  /** Gone to merchants; gone back to the office; with takers; with the office, for those who come. */
  spentMinor: Minor,
  backMinor: Minor,
  heldMinor: Minor,
  untakenMinor: Minor,
  proposed: At,
  opened: At.nullable(),
  /** What the reader may do about its approval, or why not; null where it waits for nobody or the reader approves nothing. */
  approval: z.enum(["may", "ownProposal", "approved"]).nullable(),
  /** True where the reader acts for the office that made it. */
  isOwn: z.boolean(),
});
export type OfferRow = z.infer<typeof OfferRow>;

/** Offers; what was never opened only to the office that proposed it, and to who looks after all. */
export const offersView = {
  name: "treasury.offers",
  params: z.object({
    id: Hash.optional(),
    /** own: of the reader's office. */
    of: z.enum(["own"]).optional(),
    ...page,
    limit: z.coerce.number().int().min(1).max(offersPageRowsMax).default(50),
  }),
  result: z.object({ rows: z.array(OfferRow).max(offersPageRowsMax), next: z.string().nullable(), readAt: ReadAt }),
} as const;

export const MerchantRow = z.object({
  merchant: Party,
  organisation: z.string(),
  /** Where its shop is. */
  area: z.string().nullable(),
  registered: At,
});
export type MerchantRow = z.infer<typeof MerchantRow>;

/** Merchants that are registered now, by name. */
export const merchantsView = {
  name: "treasury.merchants",
  params: z.object({ organisation: z.string().max(64).optional(), account: Account.optional() }),
  result: z.object({ rows: z.array(MerchantRow).max(merchantsRowsMax), readAt: ReadAt }),
} as const;

/** An offer that the reader took, with what is left. `spentDay`: the last day on which something was spent. */
export const WalletOffer = z.object({
  offer: OfferRow,
  heldMinor: Minor,
  spentMinor: Minor,
  spentDay: Day,
  spentThatDayMinor: Minor,
  taken: At,
});
export type WalletOffer = z.infer<typeof WalletOffer>;

/** A purchase; `id` names the payment, with its track and receipt. */
export const Purchase = z.object({
  id: PaymentId,
  offer: z.object({ id: Hash, title: z.string() }),
  merchant: Party,
  amountMinor: Minor,
  day: Day,
  timeMs: TimeMs,
});
export type Purchase = z.infer<typeof Purchase>;

/** The reader's own vouchers, those that end first first, and what they bought lately. */
export const walletView = {
  name: "treasury.wallet",
  params: z.object({}),
  result: z.object({
    offers: z.array(WalletOffer).max(walletOffersMax),
    purchases: z.array(Purchase).max(purchasesMax),
    readAt: ReadAt,
  }),
} as const;

/** What the reader's own merchant accounts took: the latest purchases, and sums of the latest days. Not by whom. */
export const tillView = {
  name: "treasury.till",
  params: z.object({}),
  result: z.object({
    registrations: z.array(MerchantRow).max(merchantsRowsMax),
    purchases: z.array(Purchase).max(purchasesMax),
    days: z.array(z.object({ day: Day, purchases: Count, sumMinor: Minor })).max(tillDaysMax),
    readAt: ReadAt,
  }),
} as const;

export const TakerRow = z.object({
  taker: Party,
  heldMinor: Minor,
  spentMinor: Minor,
  taken: At,
});
export type TakerRow = z.infer<typeof TakerRow>;

/** Who took an offer, for its office and for who looks after all. `left`: only who has something left. */
export const offerTakersView = {
  name: "treasury.offerTakers",
  params: z.object({
    offer: Hash,
    left: z.enum(["yes"]).optional(),
    ...page,
    limit: z.coerce.number().int().min(1).max(collectedTakersPerCommandMax).default(100),
  }),
  result: z.object({
    rows: z.array(TakerRow).max(collectedTakersPerCommandMax),
    next: z.string().nullable(),
    readAt: ReadAt,
  }),
} as const;

/** Every view of consumer vouchers. */
export const offerViews = [offersView, merchantsView, walletView, tillView, offerTakersView] as const;
