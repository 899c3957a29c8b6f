import type { AmountStyle } from "../columns/amount-style.ts";
import { mayMean } from "../columns/currency.ts";
import type { DateOrder } from "../columns/date-text.ts";
import { readAmount } from "../columns/read-amount.ts";
import { readDate } from "../columns/read-date.ts";
import { headerWords } from "../mapping/header-words.ts";
import { checkFields, locateColumns, MappingError, type SavedMapping } from "../mapping/saved-mapping.ts";
import { isKeptApart } from "../read/kept-apart.ts";
import type { Table, TableRow } from "../read/table.ts";
import { findParty, redactedName } from "./find-party.ts";
import { readPaymentsTable } from "./guess-payments.ts";
import { findListCurrency } from "./list-currency.ts";
import { amountStyleOf, dateOrderOf } from "./mapping-fit.ts";
import {
  type Party,
  type Payment,
  type PaymentField,
  paymentFields,
  paymentTextCharsMax,
  type QuarantinedRow,
  type QuarantineReason,
} from "./payment.ts";

/** A file's rows, all of them: `read` = accepted + quarantined. */
export interface ReadPayments {
  readonly read: number;
  readonly accepted: readonly Payment[];
  readonly quarantined: readonly QuarantinedRow[];
  /** How many rows each reason keeps apart. */
  readonly reasons: Readonly<Partial<Record<QuarantineReason, number>>>;
  /** Sum of the accepted rows, minor units. */
  readonly total: number;
  /** ISO 4217 code that the mapping or else the file names; undefined where neither does. */
  readonly currency: string | undefined;
}

/** Reads a file under a confirmed mapping. Throws MappingError where the mapping does not fit the file. */
export function readPayments(bytes: Uint8Array, mapping: SavedMapping): ReadPayments {
  return readPaymentRows(readPaymentsTable(bytes), mapping);
}

/** Reads the rows of a table under a confirmed mapping; every row is accepted or kept apart with its reason. */
export function readPaymentRows(table: Table, mapping: SavedMapping): ReadPayments {
  const reader = new RowReader(table, mapping);
  const accepted: Payment[] = [];
  const quarantined: QuarantinedRow[] = [];
  const reasons: Partial<Record<QuarantineReason, number>> = {};
  let total = 0;
  for (const row of table.rows) {
    const found = reader.read(row);
    if (typeof found === "string") {
      quarantined.push({ line: row.line, reason: found, cells: row.cells });
      reasons[found] = (reasons[found] ?? 0) + 1;
      continue;
    }
    accepted.push(found);
    total += found.amount;
    // 2^40 a row and 2^13 rows reach the edge of exact integers; real lists stay far below it.
    if (!Number.isSafeInteger(total)) throw new RangeError("the amounts of the file do not add up to an exact integer");
  }
  return { read: table.rows.length, accepted, quarantined, reasons, total, currency: reader.currency };
}

const totalWords = /^(?:grand |sub ?|overall |page )?totals?\b|^(?:合计|总计|小计|共计)/i;
/** Where suppliers stand, only this is a total: firms are called Total too, and a total may carry a date. */
const totalName =
  /^(?:grand |sub[- ]?|overall |page )?totals?(?: (?:for|of|paid|spend|amount|payments?|expenditure)\b.*)?:?$|^(?:合计|总计|小计|共计)[:：]?$/i;

function placesOf(table: Table, mapping: SavedMapping): ReadonlyMap<PaymentField, number> {
  const located = locateColumns(table, mapping);
  return new Map(
    paymentFields.flatMap((field) => {
      const column = located.get(field);
      return column === undefined ? [] : [[field, column] as const];
    }),
  );
}

class RowReader {
  readonly #header: readonly string[];
  readonly #damaged: boolean;
  readonly #keptApart: boolean;
  readonly #columns: ReadonlyMap<PaymentField, number>;
  readonly #order: DateOrder;
  readonly #amounts: { readonly [field in "amount" | "debit" | "credit"]: AmountStyle };
  readonly currency: string | undefined;
  readonly #dates = new Map<string, string | undefined>();
  readonly #parties = new Map<string, Party>();

  constructor(table: Table, mapping: SavedMapping) {
    if (mapping.table !== "payments") throw new MappingError(`the mapping is for ${mapping.table}, not for payments`);
    checkFields(mapping, paymentFields);
    this.#header = table.header;
    this.#keptApart = isKeptApart(table.header);
    // Rows kept apart were written as good UTF-8: what the first file lost is still lost in them.
    this.#damaged = table.damaged || this.#keptApart;
    this.#columns = placesOf(table, mapping);
    for (const field of ["date", "supplierName"] as const) {
      if (!this.#columns.has(field)) throw new MappingError(`the mapping names no column for ${field}`);
    }
    if (!this.#columns.has("amount") && !this.#columns.has("debit")) {
      throw new MappingError("the mapping names no column for amount, and none for debit and credit");
    }
    this.#order = dateOrderOf(table, mapping, this.#columns);
    const style = (field: "amount" | "debit" | "credit") =>
      amountStyleOf({ table, mapping, columns: this.#columns, field });
    this.#amounts = { amount: style("amount"), debit: style("debit"), credit: style("credit") };
    this.currency = mapping.currency ?? findListCurrency(table, this.#columns)?.currency;
  }

  // PERF: 300,000 rows a second and more, with the table cut already. Bench: import-payments.
  read(row: TableRow): Payment | QuarantineReason {
    const date = this.#text(row, "date");
    const name = this.#text(row, "supplierName");
    const defect = this.#shapeDefect(row, date, name);
    if (defect !== undefined) return defect;
    const day = this.#date(date);
    if (day === undefined) return "DATE_UNREADABLE";
    if (this.#isForeign(row)) return "CURRENCY_DIFFERS";
    const amount = this.#amount(row);
    if (typeof amount === "string") return amount;
    if (name === "") return "SUPPLIER_MISSING";
    const party = this.#party(name);
    return {
      line: row.line,
      body: this.#text(row, "body"),
      area: this.#text(row, "area"),
      category: this.#text(row, "category"),
      categoryCode: this.#text(row, "categoryCode"),
      date: day,
      reference: this.#text(row, "reference"),
      amount,
      kind: this.#text(row, "kind"),
      supplierId: party.nature === "redacted" ? "" : this.#text(row, "supplierId"),
      supplierName: party.nature === "redacted" ? redactedName : name,
      description: this.#text(row, "description"),
      party,
    };
  }

  #shapeDefect(row: TableRow, date: string, name: string): QuarantineReason | undefined {
    if (row.brokenQuotes || this.#isStillBroken(row)) return "BROKEN_QUOTES";
    // A name that was taken for a party before is no total, and need not be searched again.
    if (!this.#parties.has(name) && totalName.test(name)) return "TOTAL_ROW";
    const noAmount = this.#amountIsEmpty(row);
    if (date === "" || name === "" || noAmount) {
      const own = this.#columns.get("supplierName");
      if (row.cells.some((cell, column) => column !== own && totalWords.test(cell.trim()))) return "TOTAL_ROW";
      if (date === "" && name === "" && noAmount) return "NOT_A_PAYMENT";
    }
    if (this.#dates.get(date) === undefined && this.#isHeader(row)) return "REPEATED_HEADER";
    for (let i = this.#header.length; i < row.cells.length; i++)
      if (row.cells[i]?.trim() !== "") return "TOO_MANY_CELLS";
    for (const cell of row.cells) {
      if (cell.length > paymentTextCharsMax) return "TEXT_TOO_LONG";
      if (this.#damaged && cell.includes("\ufffd")) return "UNREADABLE_TEXT";
    }
    return date === "" ? "DATE_MISSING" : undefined;
  }

  /** A row kept apart for its quotes is written with good ones; half a pair within its cells says that nobody mended it. */
  #isStillBroken(row: TableRow): boolean {
    if (!this.#keptApart || row.cells[0]?.trim() !== "BROKEN_QUOTES") return false;
    return row.cells.some((cell) => cell.split('"').length % 2 === 0);
  }

  #isForeign(row: TableRow): boolean {
    if (this.currency === undefined) return false;
    for (const field of ["currency", "amount", "debit", "credit"] as const) {
      if (!mayMean(this.#text(row, field), this.currency)) return true;
    }
    return false;
  }

  #isHeader(row: TableRow): boolean {
    const same = this.#header.filter((name, i) => headerWords(row.cells[i] ?? "") === headerWords(name)).length;
    return same >= 2 && same * 2 >= this.#header.length;
  }

  #text(row: TableRow, field: PaymentField): string {
    const column = this.#columns.get(field);
    return column === undefined ? "" : (row.cells[column]?.trim() ?? "");
  }

  #date(text: string): string | undefined {
    const known = this.#dates.get(text);
    if (known !== undefined) return known;
    const day = readDate(text, this.#order);
    this.#dates.set(text, day);
    return day;
  }

  #party(name: string): Party {
    const known = this.#parties.get(name);
    if (known !== undefined) return known;
    const party = findParty(name);
    this.#parties.set(name, party);
    return party;
  }

  #amountIsEmpty(row: TableRow): boolean {
    return this.#text(row, "amount") === "" && this.#text(row, "debit") === "" && this.#text(row, "credit") === "";
  }

  #amount(row: TableRow): number | QuarantineReason {
    if (this.#columns.has("amount")) return this.#signed(row, "amount");
    const [debit, credit] = [this.#side(row, "debit"), this.#side(row, "credit")];
    if (typeof debit === "string") return debit;
    if (typeof credit === "string") return credit;
    return this.#amountIsEmpty(row) ? "AMOUNT_MISSING" : debit - credit;
  }

  /** One of two columns; an empty one counts nothing. */
  #side(row: TableRow, field: "debit" | "credit"): number | QuarantineReason {
    return this.#text(row, field) === "" ? 0 : this.#signed(row, field);
  }

  #signed(row: TableRow, field: "amount" | "debit" | "credit"): number | QuarantineReason {
    return readAmount(this.#text(row, field), this.#amounts[field]);
  }
}
