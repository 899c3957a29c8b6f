import type { CopyWriter } from "@mingbai/read-model/copy-writer";
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

  /** PERF: 100,000 a second; one COPY row each, totals in memory. */
  add(
    { logIndex, leaf }: ProjectedTransaction,
    fact: PaymentFact,
    texts: LineTexts | undefined,
  ): Promise<void> | undefined {
    const paidOn = texts?.paidOn ?? dayOf(leaf.timeMs);
    this.#totals.addRow({ fund: fact.fund, payee: fact.payee, paidOn, amount: fact.amount });
    return this.#rows.row([
      seqOf(logIndex, fact.line),
      fact.amount,
      fact.payee,
      fact.fund,
      fact.tranche,
      paidOn,
      paymentKinds.indexOf(fact.kind),
      fact.status === undefined ? undefined : paymentStatuses.indexOf(fact.status),
      leaf.height,
      leaf.timeMs,
      fact.related,
      texts?.reference ?? "",
      texts?.purpose ?? "",
    ]);
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
