/**
 * Payment orders to a bank: ISO 20022 CustomerCreditTransferInitiation, pain.001.001.09. Amounts are minor units; days
 * are YYYY-MM-DD.
 */

import { type FileFault, orFault } from "./fault.ts";
import { accountElement, readAccount } from "./fields/account.ts";
import { formatAmount, type Money, readAmount, readCurrencyAmount } from "./fields/amount.ts";
import { documentOf, formatDateTime, namespaces, readList, readMessage } from "./fields/message.ts";
import { findText, fitText, getText, idCharsMax, idText, nameCharsMax, readDayChoice } from "./fields/text.ts";
import { type Element, failAt, find, get } from "./xml/element.ts";
import { element, optional, type Written, writeXml } from "./xml/write-xml.ts";

export const ordersPerFileMax = 10_000;

export interface PaymentOrder {
  readonly endToEndId: string;
  readonly amount: number;
  readonly creditor: { readonly name: string; readonly account: string };
  readonly remittance?: string;
}

export interface PaymentOrders {
  readonly messageId: string;
  readonly createdMs: number;
  readonly executionDay: string;
  /** Who pays, from which account. */
  readonly debtor: { readonly name: string; readonly account: string };
  readonly orders: readonly PaymentOrder[];
}

/** The file. Throws RangeError on ids, accounts or counts that the message cannot carry; names are cut. */
export function writePain001(file: PaymentOrders, money: Money): Uint8Array<ArrayBuffer> {
  const { messageId, createdMs, executionDay, debtor, orders } = file;
  if (orders.length < 1 || orders.length > ordersPerFileMax) throw new RangeError("a file has 1 to 10,000 orders");
  const sums = sumsOf(orders, money);
  const name = element("Nm", fitText(debtor.name, nameCharsMax, "-"));
  const head = element("GrpHdr", [
    element("MsgId", idText(messageId)),
    element("CreDtTm", formatDateTime(createdMs)),
    ...sums,
    element("InitgPty", [name]),
  ]);
  const payments = element("PmtInf", [
    element("PmtInfId", idText(messageId)),
    element("PmtMtd", "TRF"),
    ...sums,
    element("ReqdExctnDt", [element("Dt", executionDay)]),
    element("Dbtr", [name]),
    accountElement("DbtrAcct", debtor.account, money.currency),
    // The schema wants an agent; the bank that gets the file is the one.
    element("DbtrAgt", [element("FinInstnId", [element("Othr", [element("Id", "NOTPROVIDED")])])]),
    ...orders.map((order) => orderElement(order, money)),
  ]);
  return writeXml(documentOf(namespaces.pain001, element("CstmrCdtTrfInitn", [head, payments])));
}

function sumsOf(orders: readonly PaymentOrder[], { decimals }: Money): Written[] {
  const total = orders.reduce((sum, { amount }) => sum + amount, 0);
  return [element("NbOfTxs", String(orders.length)), element("CtrlSum", formatAmount(total, decimals))];
}

function orderElement({ endToEndId, amount, creditor, remittance }: PaymentOrder, money: Money): Written {
  const text = remittance === undefined ? undefined : fitText(remittance, nameCharsMax, "-");
  return element("CdtTrfTxInf", [
    element("PmtId", [element("EndToEndId", idText(endToEndId))]),
    element("Amt", [element("InstdAmt", formatAmount(amount, money.decimals), { Ccy: money.currency })]),
    element("Cdtr", [element("Nm", fitText(creditor.name, nameCharsMax, "-"))]),
    accountElement("CdtrAcct", creditor.account),
    text === undefined ? undefined : element("RmtInf", [optional("Ustrd", text)]),
  ]);
}

/**
 * What a file orders, or its first fault. Held to: namespace, each field read here present, once, within its length and
 * form, the currency, counts and control sums, one debtor account, no end-to-end id twice.
 */
export function readPain001(bytes: Uint8Array, money: Money): PaymentOrders | FileFault {
  return orFault(() => {
    const message = readMessage(bytes, { namespace: namespaces.pain001, message: "CstmrCdtTrfInitn" });
    const head = get(message, "GrpHdr");
    const groups = readList(message, "PmtInf", ordersPerFileMax);
    const orders = groups.flatMap((group) => readGroup(group, money));
    checkSums(head, orders, money);
    checkUnique(orders);
    const [first] = groups;
    if (first === undefined) return failAt(message, "MISSING", { en: "orders nothing", zh: "没有付款" });
    for (const group of groups) checkSameDebtor(first, group);
    return {
      messageId: getText(head, "MsgId", idCharsMax),
      createdMs: readTime(get(head, "CreDtTm")),
      executionDay: readDayChoice(get(first, "ReqdExctnDt")),
      debtor: { name: findText(first, "Dbtr/Nm", nameCharsMax) ?? "", account: readAccount(get(first, "DbtrAcct")) },
      orders: orders.map(({ order }) => order),
    };
  });
}

interface Found {
  readonly at: Element;
  readonly order: PaymentOrder;
}

function readGroup(group: Element, money: Money): Found[] {
  getText(group, "PmtInfId", idCharsMax);
  const method = get(group, "PmtMtd");
  if (method.text !== "TRF") failAt(method, "VALUE", { en: "is not TRF", zh: "不是 TRF" });
  const orders = readList(group, "CdtTrfTxInf", ordersPerFileMax).map((at) => ({ at, order: readOrder(at, money) }));
  if (find(group, "NbOfTxs") !== undefined || find(group, "CtrlSum") !== undefined) checkSums(group, orders, money);
  return orders;
}

function readOrder(at: Element, money: Money): PaymentOrder {
  const amount = get(at, "Amt/InstdAmt");
  const minor = readCurrencyAmount(amount, money);
  if (minor === 0) failAt(amount, "VALUE", { en: "is zero", zh: "是零" });
  const remittance = findText(at, "RmtInf/Ustrd", nameCharsMax);
  return {
    endToEndId: getText(at, "PmtId/EndToEndId", idCharsMax),
    amount: minor,
    creditor: { name: getText(at, "Cdtr/Nm", nameCharsMax), account: readAccount(get(at, "CdtrAcct")) },
    ...(remittance !== undefined && { remittance }),
  };
}

function checkSums(at: Element, orders: readonly Found[], money: Money): void {
  const count = find(at, "NbOfTxs");
  if (count !== undefined && count.text !== String(orders.length)) {
    failAt(count, "SUMS_DIFFER", {
      en: `says ${count.text}; there are ${orders.length}`,
      zh: `写 ${count.text} 笔，实有 ${orders.length} 笔`,
    });
  }
  const sum = find(at, "CtrlSum");
  const total = orders.reduce((so, { order }) => so + order.amount, 0);
  if (sum === undefined || readAmount(sum, money.decimals) === total) return;
  const there = formatAmount(total, money.decimals);
  failAt(sum, "SUMS_DIFFER", {
    en: `says ${sum.text}; the orders add up to ${there}`,
    zh: `写 ${sum.text}，各笔合计 ${there}`,
  });
}

function checkUnique(orders: readonly Found[]): void {
  const seen = new Set<string>();
  for (const { at, order } of orders) {
    if (seen.has(order.endToEndId)) {
      const words = { en: `orders ${order.endToEndId} twice`, zh: `端到端号 ${order.endToEndId} 出现两次` };
      failAt(at, "TWICE", words);
    }
    seen.add(order.endToEndId);
  }
}

function checkSameDebtor(first: Element, group: Element): void {
  if (readAccount(get(group, "DbtrAcct")) === readAccount(get(first, "DbtrAcct"))) return;
  failAt(get(group, "DbtrAcct"), "VALUE", { en: "is another account than the first", zh: "和第一组的付款账户不同" });
}

function readTime(element: Element): number {
  const timeMs = Date.parse(element.text);
  return Number.isFinite(timeMs) ? timeMs : failAt(element, "VALUE", { en: "is no date and time", zh: "不是日期时间" });
}
