import { allOf, type Element, failAt, find, get } from "../xml/element.ts";
import { element, optional, type Written } from "../xml/write-xml.ts";
import { formatAmount, type Money, readCurrencyAmount } from "./amount.ts";
import { findText, fitText, getText, idCharsMax, idText, nameCharsMax, readDayChoice } from "./text.ts";

/** One line of a statement (ReportEntry10). */
export interface StatementEntry {
  /** The bank's own name of the line (`AcctSvcrRef`); unique for the account. */
  readonly reference: string;
  readonly side: "credit" | "debit";
  readonly amount: number;
  readonly valueDay: string;
  /** Bank transaction code: domain, family and sub-family of the ISO 20022 external code set. */
  readonly code: readonly [domain: string, family: string, subFamily: string];
  /** The order's end-to-end id; absent also where the line books several transactions. */
  readonly endToEndId?: string;
  /** Unstructured remittance information. */
  readonly remittance?: string;
  /** ExternalReturnReason1Code where a payment came back. */
  readonly returnReason?: string;
  /** How many transactions the line books together, where more than one. */
  readonly transactions?: number;
}

/** What ISO 20022 has for "there is none". */
const notProvided = "NOTPROVIDED";
const codeCharsMax = 4;

export function entryElement(entry: StatementEntry, money: Money): Written {
  const { reference, side, amount, valueDay, code, endToEndId, remittance, returnReason } = entry;
  const [domain, family, subFamily] = code;
  const text = remittance === undefined ? undefined : fitText(remittance, nameCharsMax, "-");
  return element("Ntry", [
    element("Amt", formatAmount(amount, money.decimals), { Ccy: money.currency }),
    element("CdtDbtInd", side === "credit" ? "CRDT" : "DBIT"),
    element("Sts", [element("Cd", "BOOK")]),
    element("BookgDt", [element("Dt", valueDay)]),
    element("ValDt", [element("Dt", valueDay)]),
    element("AcctSvcrRef", idText(reference)),
    element("BkTxCd", [
      element("Domn", [
        element("Cd", domain),
        element("Fmly", [element("Cd", family), element("SubFmlyCd", subFamily)]),
      ]),
    ]),
    element("NtryDtls", [
      element("TxDtls", [
        element("Refs", [element("EndToEndId", endToEndId === undefined ? notProvided : idText(endToEndId))]),
        text === undefined ? undefined : element("RmtInf", [optional("Ustrd", text)]),
        returnReason === undefined ? undefined : element("RtrInf", [element("Rsn", [element("Cd", returnReason)])]),
      ]),
    ]),
  ]);
}

export function readEntry(at: Element, money: Money): StatementEntry {
  const amount = readCurrencyAmount(get(at, "Amt"), money);
  const status = find(at, "Sts/Cd") ?? get(at, "Sts");
  if (status.text !== "BOOK")
    failAt(status, "VALUE", { en: "is not BOOK: only booked lines count", zh: "不是 BOOK：只认已入账的流水" });
  const transactions = allOf(at, "NtryDtls").flatMap((details) => allOf(details, "TxDtls"));
  const [only] = transactions.length === 1 ? transactions : [];
  return {
    reference: getText(at, "AcctSvcrRef", idCharsMax),
    side: readSide(get(at, "CdtDbtInd")),
    amount,
    valueDay: readDayChoice(find(at, "ValDt") ?? get(at, "BookgDt")),
    code: readCode(at),
    ...(only !== undefined && readDetails(only)),
    ...(transactions.length > 1 && { transactions: transactions.length }),
  };
}

function readSide(side: Element): "credit" | "debit" {
  if (side.text === "CRDT") return "credit";
  return side.text === "DBIT"
    ? "debit"
    : failAt(side, "VALUE", { en: "is neither CRDT nor DBIT", zh: "不是 CRDT 或 DBIT" });
}

/** Banks with codes of their own say `Prtry`; such a line is of no kind that is known here. */
function readCode(at: Element): StatementEntry["code"] {
  const domain = find(at, "BkTxCd/Domn");
  if (domain === undefined) return ["", "", ""];
  const [code, family] = [getText(domain, "Cd", codeCharsMax), getText(domain, "Fmly/Cd", codeCharsMax)];
  return [code, family, getText(domain, "Fmly/SubFmlyCd", codeCharsMax)];
}

function readDetails(at: Element) {
  const endToEndId = findText(at, "Refs/EndToEndId", idCharsMax);
  const remittance = allOf(find(at, "RmtInf") ?? at, "Ustrd")
    .map(({ text }) => text)
    .join(" ");
  const returnReason = findText(at, "RtrInf/Rsn/Cd", codeCharsMax);
  return {
    ...(endToEndId !== undefined && endToEndId !== notProvided && { endToEndId }),
    ...(remittance !== "" && { remittance }),
    ...(returnReason !== undefined && { returnReason }),
  };
}
