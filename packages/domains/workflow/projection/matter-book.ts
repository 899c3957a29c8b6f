import type { ProjectionContext } from "@mingbai/read-model/projection";
import { seatsOf } from "./seats.ts";
import type { MatterRecord } from "./tables.ts";
import { writeTallies } from "./tallies.ts";

/** A row of a table by its columns. */
export type Row = { readonly [column: string]: string | number | boolean | null | readonly string[] };

/** Tables whose rows are only added here; those of a matter's invoices are replaced with it. */
type Added = "version" | "step" | "invoice" | "file" | "notice" | "pair";

/** The matters that a run of blocks touches: read once, changed in memory, written together. */
export class MatterBook {
  readonly #context: ProjectionContext;
  readonly #matters: Map<string, MatterRecord>;
  readonly #changed = new Set<MatterRecord>();
  readonly #rows: { [table in Added]: Row[] } = {
    version: [],
    step: [],
    invoice: [],
    file: [],
    notice: [],
    pair: [],
  };
  readonly #replaced = { invoice: new Set<number>(), pair: new Set<number>() };

  private constructor(context: ProjectionContext, matters: readonly MatterRecord[]) {
    this.#context = context;
    this.#matters = new Map(matters.map((record) => [record.matter, record]));
  }

  static async open(context: ProjectionContext, matters: readonly string[]): Promise<MatterBook> {
    const rows = await context.query("select to_json(one) as one from workflow.matter one where matter = any($1)", [
      matters,
    ]);
    return new MatterBook(
      context,
      rows.map(({ one }) => one as MatterRecord),
    );
  }

  get(matter: string): MatterRecord {
    const record = this.#matters.get(matter);
    if (record === undefined) throw new Error(`the tables have no matter ${matter}`);
    this.#changed.add(record);
    return record;
  }

  create(record: MatterRecord): void {
    this.#matters.set(record.matter, record);
    this.#changed.add(record);
  }

  add(table: Added, row: Row): void {
    this.#rows[table].push(row);
  }

  /** The invoices of a matter's current version, in the place of those of the one before. */
  setInvoices(seq: number, invoices: readonly Row[]): void {
    this.#replace("invoice", seq, invoices);
  }

  /** The pairs of signs by which a matter is found, in the place of those of its version before. */
  setPairs(seq: number, pairs: readonly Row[]): void {
    this.#replace("pair", seq, pairs);
  }

  #replace(table: "invoice" | "pair", seq: number, rows: readonly Row[]): void {
    const isAgain = this.#replaced[table].has(seq);
    this.#replaced[table].add(seq);
    if (isAgain) this.#rows[table] = this.#rows[table].filter((row) => row.seq !== seq);
    this.#rows[table].push(...rows);
  }

  async flush(): Promise<void> {
    const { query } = this.#context;
    const records = [...this.#changed];
    const seqs = records.map(({ seq }) => seq);
    await query("delete from workflow.matter where seq = any($1)", [seqs]);
    for (const table of ["invoice", "pair"] as const)
      await query(`delete from workflow.${table} where seq = any($1)`, [[...this.#replaced[table]]]);
    const gone = await query("delete from workflow.seat where seq = any($1) returning *", [seqs]);
    const seats = records.flatMap(seatsOf);
    await this.#insert("matter", records);
    await this.#insert("seat", seats);
    await writeTallies(this.#context, { gone, seats });
    for (const table of ["version", "step", "invoice", "file", "notice", "pair"] as const)
      await this.#insert(table, this.#rows[table]);
  }

  async #insert(table: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const sql = `insert into workflow.${table} select * from json_populate_recordset(null::workflow.${table}, $1::json)`;
    await this.#context.query(sql, [JSON.stringify(rows)]);
  }
}
