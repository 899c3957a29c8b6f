import { type Kysely, sql } from "kysely";
import type { LotFate } from "../projection/act-tables.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import type { PaymentRow, TrackStep } from "../views.ts";

/** A part of a payment at the bank, with the order by which its receiver redeemed it. */
export interface FoundUse {
  readonly amount: number;
  readonly fate: LotFate;
  readonly ordered_amount: number;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
  readonly state: string;
  readonly bank_reference: string | null;
  readonly ended_by: string | null;
  readonly ended_height: number | null;
  readonly ended_ms: number | null;
}

/** What a track shows of one payment's orders at most. */
const usesMax = 100;

/** The orders that this payment's money went into, as told by the oldest first. */
export async function findUses(database: Kysely<TreasuryTables>, seq: number): Promise<readonly FoundUse[]> {
  const { rows } =
    await sql<FoundUse>`select used.amount, used.fate, act.amount as ordered_amount, act.id, act.height, act.time_ms,
      act.state, act.bank_reference, act.ended_by, act.ended_height, act.ended_ms
    from treasury.lot_use used join treasury.redemption act on act.end_to_end_id = used.end_to_end_id
    where used.payment = ${seq} order by act.seq limit ${usesMax}`.execute(database);
  return rows;
}

/** What of the payment the bank has paid out by orders of its receiver. */
export function burnedOf(uses: readonly FoundUse[]): number {
  return uses.reduce((sum, { amount, fate }) => sum + (fate === "burned" ? amount : 0), 0);
}

/** Each order, and how it ended. Of an order that the bank paid and got back, the end shown is the last one. */
export function useSteps(uses: readonly FoundUse[], payment: PaymentRow): Omit<TrackStep, "step">[] {
  return uses.flatMap((use) => {
    const money = { amountMinor: use.ordered_amount, paymentMinor: use.amount, actors: [] };
    const transaction = { id: use.id, height: use.height };
    const ordered = { kind: "redeem", timeMs: use.time_ms, from: payment.payee, ...money, transaction } as const;
    const { ended_by: id, ended_height: height, ended_ms: timeMs, bank_reference } = use;
    if (id === null || height === null || timeMs === null) return [ordered];
    const bank = bank_reference === null ? {} : { bankReference: bank_reference };
    const end = { timeMs, from: payment.payee, ...money, ...bank, transaction: { id, height } };
    return [ordered, { kind: use.state === "burned" ? ("burn" as const) : ("unlock" as const), ...end }];
  });
}
