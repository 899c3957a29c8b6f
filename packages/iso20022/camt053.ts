/**
 * A bank's statement: ISO 20022 BankToCustomerStatement, camt.053.001.08. Amounts are minor units; days are YYYY-MM-DD;
 * balances are signed, positive where the bank owes.
 */

import { type FileFault, orFault } from "./fault.ts";
import { accountElement, readAccount } from "./fields/account.ts";
import { formatAmount, type Money, readCurrencyAmount } from "./fields/amount.ts";
import { entryElement, readEntry, type StatementEntry } from "./fields/entry.ts";
import { documentOf, formatDateTime, namespaces, readMessage } from "./fields/message.ts";
import { getText, idCharsMax, idText, readDayChoice } from "./fields/text.ts";
import { allOf, type Element, failAt, find, get } from "./xml/element.ts";
import { element, type Written, writeXml } from "./xml/write-xml.ts";

export const entriesPerFileMax = 30_000;

export interface Statement {
  readonly messageId: string;
  readonly statementId: string;
  readonly createdMs: number;
  readonly account: string;
  readonly day: string;
  readonly openingBalance: number;
  readonly closingBalance: number;
  readonly entries: readonly StatementEntry[];
}

export function writeCamt053(statement: Statement, money: Money): Uint8Array<ArrayBuffer> {
  const { messageId, statementId, createdMs, account, day, entries } = statement;
  if (entries.length > entriesPerFileMax) throw new RangeError("a statement has at most 30,000 entries");
  const created = element("CreDtTm", formatDateTime(createdMs));
  const body = element("Stmt", [
    element("Id", idText(statementId)),
    created,
    accountElement("Acct", account, money.currency),
    balanceElement("OPBD", statement.openingBalance, day, money),
    balanceElement("CLBD", statement.closingBalance, day, money),
    ...entries.map((entry) => entryElement(entry, money)),
  ]);
  const head = element("GrpHdr", [element("MsgId", idText(messageId)), created]);
  return writeXml(documentOf(namespaces.camt053, element("BkToCstmrStmt", [head, body])));
}

function balanceElement(code: "OPBD" | "CLBD", balance: number, day: string, money: Money): Written {
  return element("Bal", [
    element("Tp", [element("CdOrPrtry", [element("Cd", code)])]),
    element("Amt", formatAmount(Math.abs(balance), money.decimals), { Ccy: money.currency }),
    element("CdtDbtInd", balance < 0 ? "DBIT" : "CRDT"),
    element("Dt", [element("Dt", day)]),
  ]);
}

/**
 * A statement of one account, or the file's first fault. Held to: namespace, one statement, each field read here
 * present, once, within its length and form, the currency, no bank reference twice, opening balance plus entries =
 * closing balance.
 */
export function readCamt053(bytes: Uint8Array, money: Money): Statement | FileFault {
  return orFault(() => {
    const message = readMessage(bytes, { namespace: namespaces.camt053, message: "BkToCstmrStmt" });
    const at = get(message, "Stmt");
    const opening = getBalance(at, "OPBD");
    const closing = getBalance(at, "CLBD");
    const entryElements = allOf(at, "Ntry");
    if (entryElements.length > entriesPerFileMax)
      failAt(at, "TOO_MANY", { en: "has too many entries", zh: "流水太多" });
    const entries = entryElements.map((entry) => readEntry(entry, money));
    checkUnique(entryElements, entries);
    const openingBalance = readBalance(opening, money);
    const closingBalance = readBalance(closing, money);
    const sum = entries.reduce((so, { side, amount }) => so + (side === "credit" ? amount : -amount), openingBalance);
    if (sum !== closingBalance) {
      const words = { en: "is not the opening balance plus the entries", zh: "不等于期初余额加各笔流水" };
      failAt(closing, "SUMS_DIFFER", words);
    }
    const created = get(at, "CreDtTm");
    const createdMs = Date.parse(created.text);
    if (!Number.isFinite(createdMs)) failAt(created, "VALUE", { en: "is no date and time", zh: "不是日期时间" });
    return {
      messageId: getText(message, "GrpHdr/MsgId", idCharsMax),
      statementId: getText(at, "Id", idCharsMax),
      createdMs,
      account: readAccount(get(at, "Acct")),
      day: readDayChoice(get(closing, "Dt")),
      openingBalance,
      closingBalance,
      entries,
    };
  });
}

function getBalance(at: Element, code: "OPBD" | "CLBD"): Element {
  const found = allOf(at, "Bal").filter((balance) => find(balance, "Tp/CdOrPrtry/Cd")?.text === code);
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  const place = { line: (second ?? at).line, path: `${at.path}/Bal[${code}]` };
  if (second === undefined) return failAt(place, "MISSING", { en: "is missing", zh: "缺少" });
  return failAt(place, "TWICE", { en: "stands here twice; once is allowed", zh: "出现了两次，只能有一个" });
}

function readBalance(balance: Element, money: Money): number {
  const amount = readCurrencyAmount(get(balance, "Amt"), money);
  const side = get(balance, "CdtDbtInd");
  if (side.text !== "CRDT" && side.text !== "DBIT")
    failAt(side, "VALUE", { en: "is neither CRDT nor DBIT", zh: "不是 CRDT 或 DBIT" });
  return side.text === "CRDT" || amount === 0 ? amount : -amount;
}

function checkUnique(elements: readonly Element[], entries: readonly StatementEntry[]): void {
  const seen = new Set<string>();
  for (const [index, { reference }] of entries.entries()) {
    const at = elements[index];
    if (at !== undefined && seen.has(reference)) {
      failAt(at, "TWICE", {
        en: `the bank's reference ${reference} stands twice`,
        zh: `银行流水号 ${reference} 出现两次`,
      });
    }
    seen.add(reference);
  }
}
