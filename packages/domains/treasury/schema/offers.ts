/**
 * Consumer vouchers: what the commands of offers take, and how much of it. Browser-safe. Amounts are minor units; an
 * offer's id is the identity of the transaction that proposed it.
 */
import { z } from "zod";
import { Hex32 } from "../fields/names.ts";
import { Account, Amount, FundNumber, TimeMs, TrancheNumber } from "../fields/numbers.ts";

export const merchantsPerCommandMax = 256;
export const merchantsPerOfferMax = 256;
export const takersPerOfferMax = 1_000_000;
export const collectedTakersPerCommandMax = 512;
/** Merchants' takings stand in the tranche that the offer was made from; they have this long to redeem before it expires. */
export const settlementMsMin = 7 * 24 * 60 * 60 * 1_000;
/** An area or an organisation, as identity names them. */
const Name = z.string().min(1).max(64);

/**
 * Who may take an offer. residents: whoever is an individual registered in this area, or in a part of it. organisation:
 * whoever is registered by it, such as visitors by an office for tourism.
 */
export const Takers = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("anyone") }),
  z.strictObject({ kind: z.literal("residents"), area: Name }),
  z.strictObject({ kind: z.literal("organisation"), organisation: Name }),
]);
export type Takers = z.infer<typeof Takers>;

/** Where it may be spent: with any merchant that the office's organisation has registered, those of an area, or these. */
export const Merchants = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("registered") }),
  z.strictObject({ kind: z.literal("area"), area: Name }),
  z.strictObject({ kind: z.literal("listed"), accounts: z.array(Account).min(1).max(merchantsPerOfferMax) }),
]);
export type Merchants = z.infer<typeof Merchants>;

/** `area`: where the merchant's shop is. Registered again, it is there from now on. */
export const RegisterMerchants = z.strictObject({
  merchants: z
    .array(z.strictObject({ account: Account, area: Name.optional() }))
    .min(1)
    .max(merchantsPerCommandMax),
});

export const WithdrawMerchants = z.strictObject({ accounts: z.array(Account).min(1).max(merchantsPerCommandMax) });

/** `each` person gets so much, up to `count` people; nobody spends more than `perDay` on one day of the ledger's zone. */
export const ProposeOffer = z.strictObject({
  from: z.strictObject({ holder: Account, fund: FundNumber, tranche: TrancheNumber }),
  each: Amount,
  count: z.int().min(1).max(takersPerOfferMax),
  perDay: Amount,
  fromMs: TimeMs,
  /** What is not spent by then goes back to the office. */
  untilMs: TimeMs,
  takers: Takers,
  merchants: Merchants,
  /** Commitment to the offer's words (`OfferContent`). */
  content: Hex32,
});

export const ApproveOffer = z.strictObject({ offer: Hex32 });
export const TakeOffer = z.strictObject({ offer: Hex32 });

/** `reference`: 16 random bytes chosen once for a purchase; the same purchase signed again is refused. */
export const Spend = z.strictObject({
  offer: Hex32,
  merchant: Account,
  amount: Amount,
  reference: z.string().regex(/^[0-9a-f]{32}$/),
});

export const StopOffer = z.strictObject({ offer: Hex32 });

/** What nobody took, and what these people did not spend. */
export const CollectOffer = z.strictObject({
  offer: Hex32,
  takers: z.array(Account).max(collectedTakersPerCommandMax),
});

/** Every command of offers by its verb: a part of `treasuryCommands`. */
export const offerCommands = {
  registerMerchants: RegisterMerchants,
  withdrawMerchants: WithdrawMerchants,
  proposeOffer: ProposeOffer,
  approveOffer: ApproveOffer,
  takeOffer: TakeOffer,
  spend: Spend,
  stopOffer: StopOffer,
  collectOffer: CollectOffer,
} as const;

export const offerTitleCharsMax = 60;
export const offerAboutCharsMax = 500;

/** What an offer is called and says. The vault keeps it under its commitment, as {salt, content}. */
export const OfferContent = z.strictObject({
  kind: z.literal("offer"),
  title: z.string().trim().min(1).max(offerTitleCharsMax),
  about: z.string().max(offerAboutCharsMax),
});
export type OfferContent = z.infer<typeof OfferContent>;
