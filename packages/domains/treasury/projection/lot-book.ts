import type { Act, ActQuery } from "./act.ts";
import type { LotFate } from "./act-tables.ts";
import { linesPerSeq, paymentStatuses } from "./tables.ts";

/** A part of a payment. */
export interface LotPart {
  readonly payment: number;
  readonly amount: number;
}

export interface Taking {
  /** SQL's signed bigint as text. */
  readonly holder: string;
  readonly tranche: number;
  readonly amount: number;
  readonly fate: LotFate;
  readonly voucher: string | null;
  readonly endToEndId: string | null;
}

interface Lot {
  readonly payment: number;
  remaining: number;
}

/** What one holder was paid in one tranche and has not used yet, as far as it was read. */
interface Purse {
  readonly lots: Lot[];
  /** The first of `lots` that may have something left. */
  at: number;
  isWhole: boolean;
}

const lotsPerReading = 4_096;

/**
 * The payments that receivers have not used yet, for a run of acts. PERF: single payments come by thousands a second;
 * each holder's lots are read once a run, and what is taken from them is written together.
 */
export class LotBook {
  readonly #query: ActQuery;
  readonly #purses = new Map<string, Purse>();
  readonly #waiting: (readonly [number, number, number, string, string | null, string | null])[] = [];
  readonly #fronts = new Map<string, number>();

  constructor(query: ActQuery) {
    this.#query = query;
  }

  /** Takes an amount, the oldest payment first. Returns from where: less than the amount where no payment brought it. */
  async takeOldest(act: Act, taking: Taking): Promise<LotPart[]> {
    const key = `${taking.holder} ${taking.tranche}`;
    const purse = this.#purses.get(key) ?? { lots: [], at: 0, isWhole: false };
    this.#purses.set(key, purse);
    const parts: LotPart[] = [];
    for (let rest = taking.amount; rest > 0; ) {
      const lot = purse.lots[purse.at] ?? (await this.#readOn(purse, taking));
      if (lot === undefined || lot.payment >= act.firstSeq) break;
      const amount = Math.min(rest, lot.remaining);
      if (amount > 0) this.#add(act, { payment: lot.payment, amount }, taking, parts);
      lot.remaining -= amount;
      rest -= amount;
      if (lot.remaining === 0) purse.at++;
    }
    const last = parts.at(-1);
    if (last !== undefined) this.#fronts.set(key, last.payment);
    return parts;
  }

  /** Takes up to an amount from one payment. */
  async takeFrom(act: Act, payment: number, taking: Taking): Promise<LotPart[]> {
    await this.forget(taking);
    const [row] = await this.#query(remainingSql, [payment]);
    const amount = Math.min(taking.amount, Number(row?.remaining ?? 0));
    const parts: LotPart[] = [];
    if (amount > 0) this.#add(act, { payment, amount }, taking, parts);
    await this.flush();
    return parts;
  }

  /** Writes what was taken, so that statements see it. */
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const taken = this.#waiting.splice(0);
    await this.#query(insertSql, columnsOf(taken, 6));
    const fronts = [...this.#fronts].map(([key, payment]) => [...key.split(" "), payment]);
    this.#fronts.clear();
    await this.#query(frontSql, columnsOf(fronts, 3));
  }

  /** Reads a holder's payments again when they are asked for next: something was said of them elsewhere. */
  async forget({ holder, tranche }: { holder: string; tranche: number }): Promise<void> {
    await this.flush();
    this.#purses.delete(`${holder} ${tranche}`);
  }

  #add(act: Act, part: LotPart, { fate, voucher, endToEndId }: Taking, parts: LotPart[]): void {
    this.#waiting.push([part.payment, act.seq, part.amount, fate, voucher, endToEndId]);
    parts.push(part);
  }

  async #readOn(purse: Purse, { holder, tranche }: Taking): Promise<Lot | undefined> {
    while (!purse.isWhole && purse.at >= purse.lots.length) {
      const after = purse.lots.at(-1)?.payment ?? null;
      const rows = await this.#query(lotsSql, [holder, tranche, after]);
      purse.isWhole = rows.length < lotsPerReading;
      purse.lots.length = 0;
      purse.at = 0;
      for (const row of rows) purse.lots.push({ payment: Number(row.payment), remaining: Number(row.remaining) });
    }
    return purse.lots[purse.at];
  }
}

/** Rows as one array for each of their columns. */
export function columnsOf(rows: readonly (readonly unknown[])[], count: number): unknown[][] {
  return Array.from({ length: count }, (_, at) => rows.map((row) => row[at]));
}

const remaining = `payment.amount - coalesce((select sum(used.amount) from treasury.lot_use used
  where used.payment = payment.seq and used.fate <> 'released'), 0)`;

const remainingSql = `select ${remaining} as remaining from treasury.payment payment where payment.seq = $1`;

// By payee first, whatever the statistics say: they know nothing yet of a table that was just written. Lines that the
// bank pays itself bring their receivers nothing on the ledger, and the owner of a tranche has money of another kind.
const lotsSql = `with mine as materialized (select seq, amount, tranche, kind from treasury.payment where payee = $1::bigint),
  next as (select mine.seq, mine.amount from mine left join treasury.batch batch on batch.log_index = mine.seq / ${linesPerSeq}
    where mine.tranche = $2::int and mine.kind = 0 and mine.seq > coalesce($3::bigint, (select front.payment - 1
      from treasury.lot_front front where front.account = $1::bigint and front.tranche = $2::int), -1)
      and (batch.log_index is null or batch.status = ${paymentStatuses.indexOf("disbursed")})
      and not exists (select from treasury.tranche where tranche = $2::int and owner = $1::bigint)
    order by mine.seq limit ${lotsPerReading})
  select payment.seq as payment, ${remaining} as remaining from next payment order by payment.seq`;

const insertSql = `insert into treasury.lot_use (payment, seq, amount, fate, voucher, end_to_end_id)
  select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[])`;

const frontSql = `insert into treasury.lot_front as old (account, tranche, payment)
  select * from unnest($1::bigint[], $2::int[], $3::bigint[])
  on conflict (account, tranche) do update set payment = excluded.payment`;
