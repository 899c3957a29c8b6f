import type { ProjectionContext } from "@mingbai/read-model/projection";

interface Sum {
  paid: number;
  payments: number;
}

/** What a run of blocks adds to the running totals; written once, however many lines there were. */
export class Totals {
  readonly #payees = new Map<string, Sum>();
  readonly #months = new Map<string, Sum>();
  readonly #funds = new Map<number, Sum & { deposited: number; burned: number }>();

  /** A row of the list: what it adds to its fund, payee and month. PERF: 100,000 a second. */
  addRow(row: { fund: number; payee: string; paidOn: string; amount: number }): void {
    add(this.#payees, `${row.fund} ${row.payee}`, row.amount);
    add(this.#months, `${row.fund} ${row.paidOn.slice(0, 7)}`, row.amount);
    const fund = this.#fund(row.fund);
    fund.paid += row.amount;
    fund.payments++;
  }

  addDeposit(fund: number, amount: number): void {
    this.#fund(fund).deposited += amount;
  }

  addBurned(fund: number, amount: number): void {
    this.#fund(fund).burned += amount;
  }

  async write({ query }: ProjectionContext): Promise<void> {
    await query(upsertOf("fund_payee", "payee", "bigint"), columnsOf(this.#payees));
    await query(upsertOf("fund_month", "month", "text"), columnsOf(this.#months));
    const funds = [...this.#funds];
    await query(fundUpsert, [
      funds.map(([fund]) => fund),
      funds.map(([, { deposited }]) => deposited),
      funds.map(([, { paid }]) => paid),
      funds.map(([, { burned }]) => burned),
      funds.map(([, { payments }]) => payments),
    ]);
  }

  #fund(fund: number) {
    const sum = this.#funds.get(fund) ?? { paid: 0, payments: 0, deposited: 0, burned: 0 };
    this.#funds.set(fund, sum);
    return sum;
  }
}

function add(sums: Map<string, Sum>, key: string, amount: number): void {
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, { paid: amount, payments: 1 });
  else {
    sum.paid += amount;
    sum.payments++;
  }
}

/** Keys of the form "fund other" as columns: funds, others, paid, payments. */
function columnsOf(sums: ReadonlyMap<string, Sum>): unknown[] {
  const entries = [...sums].map(([key, sum]) => ({
    fund: Number(key.split(" ")[0]),
    other: key.split(" ")[1],
    ...sum,
  }));
  return [
    entries.map(({ fund }) => fund),
    entries.map(({ other }) => other),
    entries.map(({ paid }) => paid),
    entries.map(({ payments }) => payments),
  ];
}

function upsertOf(table: "fund_payee" | "fund_month", other: "payee" | "month", type: string): string {
  return `insert into treasury.${table} as old (fund, ${other}, paid, payments)
    select * from unnest($1::int[], $2::${type}[], $3::bigint[], $4::bigint[])
    on conflict (fund, ${other}) do update set paid = old.paid + excluded.paid, payments = old.payments + excluded.payments`;
}

const fundUpsert = `insert into treasury.fund_total as old (fund, deposited, paid, burned, payments)
  select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
  on conflict (fund) do update set deposited = old.deposited + excluded.deposited, paid = old.paid + excluded.paid,
    burned = old.burned + excluded.burned, payments = old.payments + excluded.payments`;
