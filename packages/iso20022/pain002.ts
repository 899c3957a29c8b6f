/** What a bank says of payment orders: ISO 20022 CustomerPaymentStatusReport, pain.002.001.10. */

import { type FileFault, orFault } from "./fault.ts";
import { documentOf, formatDateTime, namespaces, readMessage } from "./fields/message.ts";
import { findText, getText, idCharsMax, idText } from "./fields/text.ts";
import { ordersPerFileMax } from "./pain001.ts";
import { allOf, type Element, failAt, get } from "./xml/element.ts";
import { element, type Written, writeXml } from "./xml/write-xml.ts";

/** ExternalPaymentTransactionStatus1Code: accepted for settlement, pending, settled, rejected. */
export const orderStatuses = ["ACSP", "PDNG", "ACSC", "RJCT"] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export interface StatusOfOrder {
  readonly endToEndId: string;
  readonly status: OrderStatus;
  /** ExternalStatusReason1Code of a rejection, such as AC04 (account closed). */
  readonly reason?: string;
}

export interface StatusReport {
  readonly messageId: string;
  readonly createdMs: number;
  /** `MsgId` of the orders' file. */
  readonly originalMessageId: string;
  readonly orders: readonly StatusOfOrder[];
}

const reasonCharsMax = 4;

export function writePain002({
  messageId,
  createdMs,
  originalMessageId,
  orders,
}: StatusReport): Uint8Array<ArrayBuffer> {
  if (orders.length > ordersPerFileMax) throw new RangeError("a file has at most 10,000 orders");
  const head = element("GrpHdr", [element("MsgId", idText(messageId)), element("CreDtTm", formatDateTime(createdMs))]);
  const original = element("OrgnlGrpInfAndSts", [
    element("OrgnlMsgId", idText(originalMessageId)),
    element("OrgnlMsgNmId", "pain.001.001.09"),
  ]);
  const payments = element("OrgnlPmtInfAndSts", [
    element("OrgnlPmtInfId", idText(originalMessageId)),
    ...orders.map(statusElement),
  ]);
  return writeXml(documentOf(namespaces.pain002, element("CstmrPmtStsRpt", [head, original, payments])));
}

function statusElement({ endToEndId, status, reason }: StatusOfOrder): Written {
  const rejection = reason === undefined ? undefined : element("StsRsnInf", [element("Rsn", [element("Cd", reason)])]);
  return element("TxInfAndSts", [element("OrgnlEndToEndId", idText(endToEndId)), element("TxSts", status), rejection]);
}

/** What the bank says, or the file's first fault. A rejection without a reason is one. */
export function readPain002(bytes: Uint8Array): StatusReport | FileFault {
  return orFault(() => {
    const message = readMessage(bytes, { namespace: namespaces.pain002, message: "CstmrPmtStsRpt" });
    const head = get(message, "GrpHdr");
    const created = get(head, "CreDtTm");
    const createdMs = Date.parse(created.text);
    if (!Number.isFinite(createdMs)) failAt(created, "VALUE", { en: "is no date and time", zh: "不是日期时间" });
    const orders = allOf(message, "OrgnlPmtInfAndSts").flatMap((group) => allOf(group, "TxInfAndSts").map(readStatus));
    if (orders.length > ordersPerFileMax) failAt(message, "TOO_MANY", { en: "has too many orders", zh: "笔数太多" });
    return {
      messageId: getText(head, "MsgId", idCharsMax),
      createdMs,
      originalMessageId: getText(message, "OrgnlGrpInfAndSts/OrgnlMsgId", idCharsMax),
      orders,
    };
  });
}

function readStatus(at: Element): StatusOfOrder {
  const code = get(at, "TxSts");
  const status = orderStatuses.find((one) => one === code.text);
  if (status === undefined)
    return failAt(code, "VALUE", { en: `"${code.text.slice(0, 40)}" is no status here`, zh: "状态不认识" });
  const reason = findText(at, "StsRsnInf/Rsn/Cd", reasonCharsMax) ?? findText(at, "StsRsnInf/Rsn/Prtry", idCharsMax);
  if (status === "RJCT" && reason === undefined) get(at, "StsRsnInf/Rsn/Cd");
  const endToEndId = getText(at, "OrgnlEndToEndId", idCharsMax);
  return { endToEndId, status, ...(reason !== undefined && { reason }) };
}
