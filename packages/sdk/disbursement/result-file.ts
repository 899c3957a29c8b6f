import { lineResults } from "@mingbai/treasury/schema";
import { csvAmount, csvLine, csvStart } from "./csv.ts";
import type { ListRow } from "./list-row.ts";
import type { BatchResult } from "./send-batches.ts";

export type ResultCode = (typeof lineResults)[number] | "NOT_SENT";

/** One row of a list with what the ledger said of it. */
export interface RowResult {
  readonly row: ListRow;
  readonly code: ResultCode;
  /** `<transaction>-<line>`, the number of the payment everywhere else; empty where it was not sent. */
  readonly payment: string;
  /** What the bank made of it, where it is paid by the bank and has been asked for (`withBankResults`). */
  readonly bank?: BankCode;
}

/** waiting: the bank has not said. returned: it could not pay, and the money is with the payer again. */
export type BankCode = "waiting" | "paid" | "returned";

type Language = "en" | "zh";

/** Heads of the columns of a result, in the order of its cells. */
export const resultHeads = {
  en: ["row", "account", "name", "amount", "purpose", "reference", "bank account", "result", "bank", "payment"],
  zh: ["行号", "账本账号", "姓名", "金额", "用途", "编号", "银行账号", "结果", "银行", "付款号"],
} as const;
/** Heads of the columns of rows that were held back. */
export const faultHeads = {
  en: [...resultHeads.en.slice(0, 7), "field", "what is wrong", "what to do"],
  zh: [...resultHeads.zh.slice(0, 7), "哪一项", "错在哪里", "怎么办"],
} as const;

export const resultWords: Readonly<Record<ResultCode, Readonly<Record<Language, string>>>> = {
  ACCEPTED: { en: "entered in the ledger", zh: "已入账本" },
  PAYEE_UNKNOWN: { en: "no such account", zh: "没有这个账号" },
  PAYEE_CLOSED: { en: "the account is closed", zh: "账号已注销" },
  PAYEE_FROZEN: { en: "the account is frozen", zh: "账号已冻结" },
  AMOUNT_ZERO: { en: "the amount is zero", zh: "金额是零" },
  AMOUNT_TOO_LARGE: { en: "the amount is too large", zh: "金额过大" },
  NOT_SENT: { en: "not sent yet", zh: "还没有发" },
};

export const bankWords: Readonly<Record<BankCode, Readonly<Record<Language, string>>>> = {
  waiting: { en: "waiting for the bank", zh: "等银行" },
  paid: { en: "paid by the bank", zh: "银行已付" },
  returned: { en: "returned by the bank", zh: "银行退回" },
};

/** A batch of a list, with what the ledger said of it; absent where it is not sent yet. */
export interface BatchRows {
  readonly rows: Iterable<ListRow>;
  readonly result: BatchResult | undefined;
}

/** The result of every row, batch by batch in the order of the list. */
export function resultsOf(batches: Iterable<BatchRows>): RowResult[] {
  return [...eachResult(batches)];
}

/** The same one after another, for lists that do not fit into memory as results. */
export function* eachResult(batches: Iterable<BatchRows>): Generator<RowResult> {
  for (const { rows, result } of batches) {
    const refused = new Map(result?.refusedLines);
    let line = 0;
    for (const row of rows) {
      if (result === undefined) yield { row, code: "NOT_SENT", payment: "" };
      else {
        const code = lineResults[refused.get(line) ?? 0] ?? "ACCEPTED";
        yield { row, code, payment: `${result.transaction}-${line++}` };
      }
    }
  }
}

/** So many characters of a file are handed on at once: larger texts would wait for the rarer collection of large garbage. */
const pieceChars = 32 * 1024;

/**
 * A CSV of every row with its result, piece by piece. Its first columns can be read again as a list.
 * PERF: 1,000,000 rows, 150 MB; nothing is kept but a piece. Bench: disburse.million.
 */
export function* resultCsv(
  results: Iterable<RowResult>,
  { language, decimals }: { language: Language; decimals: number },
): Generator<string> {
  let piece = csvStart + csvLine(resultHeads[language]);
  for (const { row, code, payment, bank } of results) {
    const cells = cellsOf(row, decimals);
    cells.push(resultWords[code][language], bank === undefined ? "" : bankWords[bank][language], payment);
    piece += csvLine(cells);
    if (piece.length >= pieceChars) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

/** The rows that failed or came back from the bank, to be mended and sent again as a list of their own. */
export function failedRows(results: readonly RowResult[]): RowResult[] {
  return results.filter(({ code, bank }) => (code !== "ACCEPTED" && code !== "NOT_SENT") || bank === "returned");
}

function cellsOf(row: ListRow, decimals: number): string[] {
  const { line, payee, name, amount, purpose, reference, bankAccount } = row;
  // An apostrophe keeps spreadsheets from rounding long numbers and from reading 1e12 as one.
  const asText = (text: string): string => (/^\d{12,}$|^\d+e\d+$/i.test(text) ? `'${text}` : text);
  return [String(line), asText(payee), name, csvAmount(amount, decimals), purpose, reference, asText(bankAccount)];
}
