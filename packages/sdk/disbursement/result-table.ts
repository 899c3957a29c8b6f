import type { ListedCell, ListedColumn, ListedTable } from "../tables/listed-table.ts";
import { csvAmount } from "./csv.ts";
import { faultWords, fieldWords } from "./fault-words.ts";
import type { ListRow, RowFault } from "./list-row.ts";
import { bankWords, faultHeads, type RowResult, resultHeads, resultWords } from "./result-file.ts";

interface Wording {
  readonly name: string;
  readonly language: "en" | "zh";
  readonly decimals: number;
}

const amountAt = 3;

/** Every row with its result as a list that is handed out; its CSV is `resultCsv`, and either file can be read again. */
export function resultTable(results: readonly RowResult[], { name, language, decimals }: Wording): ListedTable {
  const rowOf = ({ row, code, payment, bank }: RowResult): ListedCell[] => [
    ...cellsOf(row, row.amount),
    resultWords[code][language],
    bank === undefined ? null : bankWords[bank][language],
    payment,
  ];
  return { name, decimals, columns: columnsOf(resultHeads[language]), rows: results.values().map(rowOf) };
}

/** Rows that were held back, with what is wrong and what to do. A cell that is no amount stands as it stood. */
export function faultTable(faults: readonly RowFault[], { name, language, decimals }: Wording): ListedTable {
  const money = (minor: number): string => csvAmount(minor, decimals);
  const rowOf = (fault: RowFault): ListedCell[] => {
    const { what, todo } = faultWords(fault, money);
    const { row, field } = fault;
    return [...cellsOf(row, row.amount ?? row.amountCell), fieldWords[field][language], what[language], todo[language]];
  };
  return { name, decimals, columns: columnsOf(faultHeads[language]), rows: faults.values().map(rowOf) };
}

function columnsOf(heads: readonly string[]): ListedColumn[] {
  return heads.map((head, at) => ({ head, kind: at === 0 ? "count" : at === amountAt ? "amount" : "text" }));
}

function cellsOf(row: Omit<ListRow, "amount">, amount: number | string): ListedCell[] {
  return [row.line, row.payee, row.name, amount, row.purpose, row.reference, row.bankAccount];
}
