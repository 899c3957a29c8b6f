import { dateOf } from "@mingbai/ledger/calendar/date-of";
import { localDay, type Zone } from "@mingbai/ledger/calendar/local-days";
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

/** Writes rows of the list and counts them into the totals. */
export class PaymentRows {
  readonly #rows: CopyWriter;
  readonly #totals: Totals;
  readonly #zone: Zone;
  #lastDay = { day: Number.NaN, date: "" };

  constructor(rows: CopyWriter, { totals, zone }: { totals: Totals; zone: Zone }) {
    this.#rows = rows;
    this.#totals = totals;
    this.#zone = zone;
  }

  /** PERF: 100,000 a second; one COPY row each, spelt here in the order of `paymentColumns`, totals in memory. */
  add(
    { logIndex, leaf }: ProjectedTransaction,
    fact: PaymentFact,
    texts: LineTexts | undefined,
  ): Promise<void> | undefined {
    const paidOn = texts?.paidOn ?? this.#dateOf(leaf.timeMs);
    this.#totals.addRow({ fund: fact.fund, payee: fact.payee, paidOn, amount: fact.amount });
    const status = fact.status === undefined ? none : paymentStatuses.indexOf(fact.status);
    const money = `${fact.amount}\t${fact.payee}\t${fact.fund}\t${fact.tranche}\t${encodeCopyValue(paidOn)}`;
    const state = `${paymentKinds.indexOf(fact.kind)}\t${status}\t${leaf.height}\t${leaf.timeMs}\t${fact.related ?? none}`;
    const words = `${encodeCopyValue(texts?.reference ?? "")}\t${encodeCopyValue(texts?.purpose ?? "")}`;
    return this.#rows.line(`${seqOf(logIndex, fact.line)}\t${money}\t${state}\t${words}`);
  }

  /** Of payments without a date of the payer's own. */
  #dateOf(timeMs: number): string {
    const day = localDay(this.#zone, timeMs);
    if (this.#lastDay.day !== day) this.#lastDay = { day, date: dateOf(day) };
    return this.#lastDay.date;
  }
}

export function seqOf(logIndex: number, line: number): number {
  return logIndex * linesPerSeq + line;
}
