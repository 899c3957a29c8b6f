import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { type OfferRow, offerTable, takingKey, takingTable } from "../offers/tables.ts";
import type { Merchants, Takers } from "../schema/offers.ts";
import { giveTo, takeFrom } from "./move.ts";

/** An offer that waits for approval; no money moves yet. */
export const offerProposed = defineEvent<{
  offer: string;
  proposer: string;
  office: string;
  fund: number;
  source: number;
  each: number;
  count: number;
  perDay: number;
  fromMs: number;
  untilMs: number;
  takers: Takers;
  merchants: Merchants;
  content: string;
}>("treasury.offerProposed", (state, { offer, content: _inTheLogOnly, ...row }) => {
  const start = { approvedBy: [], state: "proposed", taken: 0, spent: 0, back: 0 } as const;
  state.table(offerTable).set(offer, { ...row, ...start });
});

/** One more person approves. */
export const offerApproved = defineEvent<{ offer: string; approver: string; approvals: number }>(
  "treasury.offerApproved",
  (state, { offer, approver }) => {
    change(state, offer, ({ approvedBy }) => ({ approvedBy: [...approvedBy, approver] }));
  },
);

interface Moved {
  readonly offer: string;
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: number;
  readonly to: string;
  readonly toTranche: number;
}

/** The last approval: the whole sum is set aside, at the same office, in a tranche of the offer's own. */
export const offerOpened = defineEvent<Moved>("treasury.offerOpened", (state, event) => {
  move(state, event);
  change(state, event.offer, () => ({ state: "open", tranche: event.toTranche }));
});

/** One person takes their part; it stays in the offer's tranche. */
export const offerTaken = defineEvent<{
  offer: string;
  office: string;
  holder: string;
  fund: number;
  tranche: number;
  amount: number;
}>("treasury.offerTaken", (state, { offer, office, holder, tranche, amount }) => {
  takeFrom(state, { holder: office, tranche, amount });
  giveTo(state, { account: holder, tranche, amount });
  state.table(takingTable).set(takingKey({ offer, account: holder }), { day: 0, spentThatDay: 0 });
  change(state, offer, ({ taken }) => ({ taken: taken + 1 }));
});

/** A purchase: the merchant has the money in the tranche that the offer came from. `day`: since 1970, in the ledger's zone. */
export const spent = defineEvent<{
  offer: string;
  payer: string;
  merchant: string;
  fund: number;
  tranche: number;
  toTranche: number;
  amount: number;
  day: number;
  reference: string;
}>("treasury.spent", (state, { offer, payer, merchant, tranche, toTranche, amount, day, reference }) => {
  takeFrom(state, { holder: payer, tranche, amount });
  giveTo(state, { account: merchant, tranche: toTranche, amount });
  const key = takingKey({ offer, account: payer });
  const before = state.table(takingTable).find(key);
  const spentThatDay = amount + (before?.day === day ? before.spentThatDay : 0);
  state.table(takingTable).set(key, { day, spentThatDay, reference });
  change(state, offer, (row) => ({ spent: row.spent + amount }));
});

/** Nobody can take it any more; what nobody took goes back to where it came from. */
export const offerStopped = defineEvent<Moved>("treasury.offerStopped", (state, event) => {
  if (event.amount > 0) move(state, event);
  change(state, event.offer, ({ back }) => ({ state: "stopped", back: back + event.amount }));
});

/** Taken back before it was ever open. */
export const offerWithdrawn = defineEvent<{ offer: string }>("treasury.offerWithdrawn", (state, { offer }) => {
  change(state, offer, () => ({ state: "withdrawn" }));
});

/** After the end: what nobody took, and what takers did not spend. `amount`: all of it. */
export const offerCollected = defineEvent<
  Moved & {
    readonly untaken: number;
    readonly takers: readonly { readonly account: string; readonly amount: number }[];
  }
>("treasury.offerCollected", (state, { offer, holder, tranche, amount, to, toTranche, untaken, takers }) => {
  if (untaken > 0) takeFrom(state, { holder, tranche, amount: untaken });
  for (const { account, amount: left } of takers) {
    takeFrom(state, { holder: account, tranche, amount: left });
    state.table(takingTable).delete(takingKey({ offer, account }));
  }
  giveTo(state, { account: to, tranche: toTranche, amount });
  change(state, offer, ({ back }) => ({ back: back + amount }));
});

function move(state: State, { holder, tranche, amount, to, toTranche }: Moved): void {
  takeFrom(state, { holder, tranche, amount });
  giveTo(state, { account: to, tranche: toTranche, amount });
}

function change(state: State, offer: string, by: (row: OfferRow) => Partial<OfferRow>): void {
  const row = state.table(offerTable).find(offer);
  if (row === undefined) throw new Error(`offer ${offer} does not exist`);
  state.table(offerTable).set(offer, { ...row, ...by(row) });
}
