import type { DateOrder } from "../columns/date-text.ts";
import { type ColumnGuesses, guessColumns, headerScore } from "../mapping/guess-columns.ts";
import { profileColumn } from "../mapping/profile-column.ts";
import type { SavedMapping } from "../mapping/saved-mapping.ts";
import { readTable } from "../read/read-table.ts";
import { readTableFile } from "../read/read-table-file.ts";
import type { Table } from "../read/table.ts";
import { amountNotes, unitDigitsOf } from "./amount-notes.ts";
import { dateVerdictOf, decimalVerdictOf } from "./column-verdicts.ts";
import { fields } from "./fields.ts";
import { findListCurrency } from "./list-currency.ts";
import { type PaymentField, paymentFields } from "./payment.ts";

/** What only a person can tell: the column's cells allow several readings. */
export interface MappingQuestion {
  readonly field: PaymentField;
  readonly text: string;
  readonly choices: readonly { readonly value: string; readonly example: string }[];
}

/** A guess to show and confirm. There is a mapping only when nothing is missing and nothing is asked. */
export interface PaymentsGuess {
  readonly columns: ColumnGuesses<PaymentField>;
  readonly notes: readonly string[];
  readonly missing: readonly { readonly field: PaymentField; readonly todo: string }[];
  readonly questions: readonly MappingQuestion[];
  readonly mapping?: SavedMapping;
}

/** Answers to questions of an earlier guess. */
export interface MappingAnswers {
  readonly dateOrder?: DateOrder;
  readonly decimal?: "." | ",";
  /** ISO 4217 code of the amounts, where the file says another or uses a sign that several share. */
  readonly currency?: string;
  /** Columns named by a person, "" for none; they win over every guess. */
  readonly columns?: { readonly [field in PaymentField]?: string };
}

/** Reads a table, preferring for its header the row that names most fields of a payment. `encoding`: as in `readTable`. */
export function readPaymentsTable(bytes: Uint8Array, encoding?: string): Table {
  return readTable(bytes, headerScore(fields), encoding);
}

/** The same of a text or a sheet of a workbook, as `readTableFile` has it. */
export async function readPaymentsFile(
  bytes: Uint8Array,
  given: { readonly encoding?: string | undefined; readonly sheet?: string | undefined },
): Promise<Table> {
  return (await readTableFile(bytes, { score: headerScore(fields), ...given })).table;
}

/** Guesses which column holds which field of a payment, the order of its dates and the style of its amounts. */
export function guessPayments(table: Table, answers: MappingAnswers = {}): PaymentsGuess {
  const columns = corrected(table, chooseAmount(guessColumns(table, fields)), answers.columns ?? {});
  const notes = amountNotes(table, columns);
  const missing = missingFields(columns);
  const questions: MappingQuestion[] = [];
  const order = dateOrder({ table, columns, answers, notes, questions });
  const amounts = amountStyles({ table, columns, answers, notes, questions });
  const currency = listCurrency(table, columns, { answers, notes });
  const shown = { columns, notes, missing, questions };
  if (missing.length > 0 || questions.length > 0) return shown;
  const names = Object.entries(columns).map(([field, guess]) => [field, guess.header]);
  const mapping: SavedMapping = {
    format: "mingbai/mapping/1",
    table: "payments",
    columns: Object.fromEntries(names),
    dates: { date: order },
    amounts,
    ...(currency === undefined ? {} : { currency }),
  };
  return { ...shown, mapping };
}

/** Debit and credit columns together stand for the amount, unless a column is called amount outright. */
function chooseAmount(columns: ColumnGuesses<PaymentField>): ColumnGuesses<PaymentField> {
  const { amount, debit, credit, ...others } = columns;
  const certain = amount !== undefined && amount.confidence >= 0.8;
  if (!certain && debit !== undefined && credit !== undefined) return { ...others, debit, credit };
  return amount === undefined ? (debit === undefined ? others : { ...others, debit }) : { ...others, amount };
}

/** The columns as a person corrected them; a column that they gave to one field serves no other. */
function corrected(
  table: Table,
  guessed: ColumnGuesses<PaymentField>,
  given: NonNullable<MappingAnswers["columns"]>,
): ColumnGuesses<PaymentField> {
  const named = Object.values(given);
  const kept = Object.entries(guessed).filter(([field, { header }]) => !(field in given) && !named.includes(header));
  const chosen = Object.entries(given).flatMap(([field, header]) => {
    const column = table.header.indexOf(header);
    if (column === -1) return [];
    const { examples } = profileColumn(table, column);
    return [[field, { column, header, confidence: 1, reasons: ["you chose it"], examples }] as const];
  });
  return Object.fromEntries([...kept, ...chosen]);
}

function missingFields(columns: ColumnGuesses<PaymentField>): PaymentsGuess["missing"] {
  const missing: { field: PaymentField; todo: string }[] = [];
  const tell = (field: PaymentField, what: string): void => {
    missing.push({ field, todo: `no column looks like ${what}: name it in a mapping file under columns.${field}` });
  };
  if (columns.date === undefined) tell("date", "the date of payment");
  if (columns.amount === undefined && columns.debit === undefined) tell("amount", "the amount");
  if (columns.supplierName === undefined) tell("supplierName", "the supplier's name");
  return missing;
}

interface Deciding {
  readonly table: Table;
  readonly columns: ColumnGuesses<PaymentField>;
  readonly answers: MappingAnswers;
  readonly notes: string[];
  readonly questions: MappingQuestion[];
}

function dateOrder({ table, columns, answers, notes, questions }: Deciding): DateOrder {
  if (columns.date === undefined) return "dmy";
  const verdict = dateVerdictOf(table, columns.date.column);
  // An answer settles what the column leaves open; against what the column proves it would misread every other row.
  const isProven = verdict.decided && verdict.proven;
  if (answers.dateOrder !== undefined && !isProven) return answers.dateOrder;
  if (verdict.decided) {
    notes.push(`dates in "${columns.date.header}" are read as ${verdict.order}: ${verdict.reason}`);
    return verdict.order;
  }
  questions.push({
    field: "date",
    text: `the dates in "${columns.date.header}" can be read in two ways: ${verdict.reason}`,
    choices: verdict.choices.map(({ order, example }) => ({ value: order, example })),
  });
  return "dmy";
}

function amountStyles({ table, columns, answers, notes, questions }: Deciding): SavedMapping["amounts"] {
  const amounts: SavedMapping["amounts"] = {};
  for (const field of ["amount", "debit", "credit"] as const) {
    const guess = columns[field];
    if (guess === undefined) continue;
    const unitDigits = unitDigitsOf(guess.header);
    const verdict = decimalVerdictOf(table, guess.column);
    const isProven = verdict.decided && verdict.proven;
    if (answers.decimal !== undefined && !isProven) amounts[field] = { decimal: answers.decimal, unitDigits };
    else if (verdict.decided) {
      amounts[field] = { decimal: verdict.decimal, unitDigits };
      notes.push(`amounts in "${guess.header}" have "${verdict.decimal}" before their decimals: ${verdict.reason}`);
    } else {
      questions.push({
        field,
        text: `the amounts in "${guess.header}" can be read in two ways: ${verdict.reason} (${verdict.examples.join("; ")})`,
        choices: [
          { value: ".", example: "1,234.56" },
          { value: ",", example: "1.234,56" },
        ],
      });
    }
  }
  return amounts;
}

/** The currency that a person said, or else that the file names. */
function listCurrency(
  table: Table,
  columns: ColumnGuesses<PaymentField>,
  { answers, notes }: Pick<Deciding, "answers" | "notes">,
): string | undefined {
  const places = paymentFields.flatMap((field) => {
    const column = columns[field]?.column;
    return column === undefined ? [] : [[field, column] as const];
  });
  const verdict = findListCurrency(table, new Map(places));
  const currency = answers.currency ?? verdict?.currency;
  if (verdict === undefined || currency === undefined) return currency;
  const others = [...verdict.others].map(([name, rows]) => `${rows} in ${name}`);
  const apart = others.length === 0 ? "" : `; ${others.join(", ")} are kept apart`;
  notes.push(
    currency === verdict.currency
      ? `amounts are in ${currency}${apart}`
      : `amounts are in ${currency}, as you said; the file names ${verdict.currency}`,
  );
  return currency;
}
