import type { ColumnGuesses } from "../mapping/guess-columns.ts";
import { headerWords } from "../mapping/header-words.ts";
import type { Table } from "../read/table.ts";
import type { PaymentField } from "./payment.ts";

const netWords = /\bnet\b|\bex(?:c|cl|cluding)? vat\b|不含税/;
const grossWords = /\bgross\b|\binc(?:l|luding)? vat\b|含税/;

/** What a person must know about the column chosen for the amount: net or gross, both signs, its unit. */
export function amountNotes(table: Table, columns: ColumnGuesses<PaymentField>): string[] {
  const notes: string[] = [];
  const { amount, debit, credit } = columns;
  if (debit !== undefined && credit !== undefined) {
    notes.push(`"${debit.header}" counts as paid, "${credit.header}" as come back`);
  }
  if (amount === undefined) return notes;
  const words = headerWords(amount.header);
  const others = table.header.filter((name) => name !== amount.header);
  if (netWords.test(words)) {
    const gross = others.find((name) => grossWords.test(headerWords(name)));
    notes.push(`"${amount.header}" is without tax${gross === undefined ? "" : `; "${gross}" with tax is not used`}`);
  } else if (grossWords.test(words)) {
    const net = others.find((name) => netWords.test(headerWords(name)));
    notes.push(`"${amount.header}" is with tax${net === undefined ? "" : `; "${net}" without tax is not used`}`);
  }
  const unit = unitDigitsOf(amount.header);
  if (unit > 0) notes.push(`"${amount.header}" counts in ${unit === 4 ? "tens of thousands (万元)" : "thousands"}`);
  return notes;
}

/** Decimal places that a column's name adds to its unit: 万元 four, thousands three. */
export function unitDigitsOf(header: string): 0 | 3 | 4 {
  if (/万\s*元/.test(header)) return 4;
  return /千\s*元|thousands?\b|[£$€]\s*['’]?000s?\b|['’]000s?\b|[£$€]k\b/i.test(header) ? 3 : 0;
}
