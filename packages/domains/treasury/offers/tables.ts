import { defineTable } from "@mingbai/ledger/state/table";
import type { Merchants, Takers } from "../schema/offers.ts";

/** proposed: waits for approval. open: may be taken and spent. stopped: what was taken may still be spent. withdrawn: never opened. */
export type OfferState = "proposed" | "open" | "stopped" | "withdrawn";

export interface OfferRow {
  readonly proposer: string;
  readonly office: string;
  readonly fund: number;
  /** The tranche that the money came from, and that merchants' takings stand in. */
  readonly source: number;
  /** The tranche that holds the offer's money, once it is open. */
  readonly tranche?: number;
  readonly each: number;
  readonly count: number;
  readonly perDay: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly takers: Takers;
  readonly merchants: Merchants;
  readonly approvedBy: readonly string[];
  readonly state: OfferState;
  /** How many people have taken it. */
  readonly taken: number;
  /** Sums: gone to merchants, gone back to the office. */
  readonly spent: number;
  readonly back: number;
}
/** Offers by the identity of the transaction that proposed them. */
export const offerTable = defineTable<OfferRow>("treasury.offers");

/** What one person did with an offer: how much on the last day on which they spent, and the last purchase. */
export interface TakingRow {
  /** Days since 1970-01-01 in the ledger's zone. */
  readonly day: number;
  readonly spentThatDay: number;
  readonly reference?: string;
}
/** Who has taken which offer, until what they left is collected. */
export const takingTable = defineTable<TakingRow>("treasury.takings");
export function takingKey({ offer, account }: { offer: string; account: string }): string {
  return `${offer}:${account}`;
}

/** Merchants by account and the organisation that registered them. */
export const merchantTable = defineTable<{ readonly area?: string }>("treasury.merchants");
export function merchantKey({ account, organisation }: { account: string; organisation: string }): string {
  return `${account}:${organisation}`;
}

export const offerTables = [offerTable, takingTable, merchantTable];
