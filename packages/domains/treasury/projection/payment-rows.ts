import { type CopyWriter, encodeCopyValue } from "@mingbai/read-model/copy-writer";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { LineTexts } from "../vault-content.ts";
import { linesPerSeq, paymentKinds, paymentStatuses } from "./tables.ts";
import type { Totals } from "./totals.ts";

export const paymentColumns = [
  "seq",
  "amount",
  "payee",
  "fund",
  "tranche",
  "paid_on",
  "kind",
  "status",
  "height",
  "entered_ms",
  "related",
  "reference",
  "purpose",
] as const;

/** A row of the list of payments, before its texts. */
export interface PaymentFact {
  readonly line: number;
  /** Signed: returns are negative, so that columns add up. */
  readonly amount: number;
  /** SQL's signed bigint as text. */
  readonly payee: string;
  readonly fund: number;
  readonly tranche: number;
  readonly kind: (typeof paymentKinds)[number];
  /** Absent for lines of a batch: they stand as their batch does, unless something was said of them alone. */
  readonly status?: (typeof paymentStatuses)[number];
  /** The row that this one takes back. */
  readonly related?: number;
}

const none = encodeCopyValue(undefined);
const dayMs = 86_400_000;
/** Days without a date of the payer's own are counted in China's time. */
const zoneOffsetMs = 8 * 3_600_000;

/** Writes rows of the list and counts them into the totals. */
export class PaymentRows {
  readonly #rows: CopyWriter;
  readonly #totals: Totals;

  constructor(rows: CopyWriter, totals: Totals) {
    this.#rows = rows;
    this.#totals = totals;
  }

  /** PERF: 100,000 a second; one COPY row each, spelt here in the order of `paymentColumns`, totals in memory. */
  add(
    { logIndex, leaf }: ProjectedTransaction,
    fact: PaymentFact,
    texts: LineTexts | undefined,
  ): Promise<void> | undefined {
    const paidOn = texts?.paidOn ?? dayOf(leaf.timeMs);
    this.#totals.addRow({ fund: fact.fund, payee: fact.payee, paidOn, amount: fact.amount });
    const status = fact.status === undefined ? none : paymentStatuses.indexOf(fact.status);
    const money = `${fact.amount}\t${fact.payee}\t${fact.fund}\t${fact.tranche}\t${encodeCopyValue(paidOn)}`;
    const state = `${paymentKinds.indexOf(fact.kind)}\t${status}\t${leaf.height}\t${leaf.timeMs}\t${fact.related ?? none}`;
    const words = `${encodeCopyValue(texts?.reference ?? "")}\t${encodeCopyValue(texts?.purpose ?? "")}`;
    return this.#rows.line(`${seqOf(logIndex, fact.line)}\t${money}\t${state}\t${words}`);
  }
}

export function seqOf(logIndex: number, line: number): number {
  return logIndex * linesPerSeq + line;
}

let lastDay = { day: -1, text: "" };

function dayOf(timeMs: number): string {
  const day = Math.floor((timeMs + zoneOffsetMs) / dayMs);
  if (lastDay.day !== day) lastDay = { day, text: new Date(day * dayMs).toISOString().slice(0, 10) };
  return lastDay.text;
}
