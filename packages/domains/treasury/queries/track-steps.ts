import type { Party, PaymentRow, StepKind, TrackStep } from "../views.ts";
import { type FoundUse, useSteps } from "./track-uses.ts";

/** A tranche on the way of the money, as the tables have it. */
export interface FoundTranche {
  readonly tranche: number;
  readonly source: string;
  readonly amount: number;
  readonly bank_reference: string | null;
  readonly opened_by: string;
  readonly height: number;
  readonly time_ms: number;
  readonly owner: Party;
  /** What batches have paid out of it. */
  readonly paid: number;
  /** How many its fund has paid. */
  readonly payees: number;
}

export interface FoundBatch {
  readonly id: string;
  readonly total: number;
  readonly settled_by: string | null;
  readonly settled_height: number | null;
  readonly settled_ms: number | null;
  readonly bank_reference: string | null;
}

interface Track {
  readonly payment: PaymentRow;
  /** The deposit first. */
  readonly tranches: readonly FoundTranche[];
  readonly batch: FoundBatch | undefined;
  readonly related: readonly PaymentRow[];
  readonly uses: readonly FoundUse[];
  /** Where it was paid with vouchers: how it came to the payee, instead of the one step of a payment. */
  readonly purchase: readonly Unnumbered[] | undefined;
}

type Unnumbered = Omit<TrackStep, "step">;

/** The acts in the life of a payment, in the order of the ledger. */
export function stepsOf(track: Track): TrackStep[] {
  const { payment } = track;
  const steps = payment.kind === "payment" ? paymentSteps(track) : [backStep(payment, track.tranches.at(-1)?.owner)];
  return steps.map((step, index) => ({ ...step, step: index + 1 }));
}

function paymentSteps({ payment, tranches, batch, related, uses, purchase }: Track): Unnumbered[] {
  const sources = tranches.map((tranche, index) => sourceStep(tranche, tranches[index - 1], payment));
  const payer = tranches.at(-1)?.owner;
  const paid: Unnumbered = {
    kind: "disburse",
    timeMs: payment.enteredMs,
    ...(payer && { from: payer }),
    to: payment.payee,
    amountMinor: batch?.total ?? payment.amountMinor,
    paymentMinor: payment.amountMinor,
    actors: [],
    transaction: placeOf(payment),
  };
  const after = related.filter(({ amountMinor }) => amountMinor < 0).map((back) => backStep(back, payer));
  const ends = [...useSteps(uses, payment), ...after].sort((a, b) => a.transaction.height - b.transaction.height);
  return [...sources, ...(purchase ?? [paid]), ...burnSteps(payment, batch), ...ends];
}

function sourceStep(tranche: FoundTranche, above: FoundTranche | undefined, payment: PaymentRow): Unnumbered {
  const kind: StepKind = tranche.source === "allocation" ? "allocate" : tranche.source === "return" ? "return" : "mint";
  return {
    kind,
    timeMs: tranche.time_ms,
    ...(above && { from: above.owner }),
    to: tranche.owner,
    amountMinor: tranche.amount,
    paymentMinor: payment.amountMinor,
    actors: [],
    ...(tranche.bank_reference !== null && { bankReference: tranche.bank_reference }),
    transaction: { id: tranche.opened_by, height: tranche.height },
  };
}

function burnSteps(payment: PaymentRow, batch: FoundBatch | undefined): Unnumbered[] {
  const { settled_by: id, settled_height: height, settled_ms: timeMs } = batch ?? {};
  if (payment.status !== "burned" || id == null || height == null || timeMs == null) return [];
  return [
    {
      kind: "burn",
      timeMs,
      from: payment.payee,
      amountMinor: payment.amountMinor,
      paymentMinor: payment.amountMinor,
      actors: [],
      ...(batch?.bank_reference != null && { bankReference: batch.bank_reference }),
      transaction: { id, height },
    },
  ];
}

/** Money on its way back to the office. */
function backStep(row: PaymentRow, office: Party | undefined): Unnumbered {
  return {
    kind: "return",
    timeMs: row.enteredMs,
    from: row.payee,
    ...(office && { to: office }),
    amountMinor: -row.amountMinor,
    paymentMinor: -row.amountMinor,
    actors: [],
    transaction: { id: placeOf(row).id, height: row.height },
  };
}

function placeOf(row: PaymentRow): { id: string; line: number; height: number } {
  const [id = "", line = "0"] = row.id.split("-");
  return { id, line: Number(line), height: row.height };
}
