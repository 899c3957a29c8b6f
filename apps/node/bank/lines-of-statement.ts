import type { StatementEntry } from "@mingbai/iso20022/fields/entry";
import type { BankLine } from "@mingbai/treasury/schema";

/** In a deposit's remittance: which fund it is for. */
const fundMark = /\/FUND\/([A-Za-z0-9][A-Za-z0-9._-]{0,47})(?:\/|\s|$)/;

/**
 * Lines of a bank's statement as the ledger classifies them (MONEY 6), by bank transaction code, end-to-end id and remittance.
 * Whatever is of no known kind is an unknown credit or debit, which goes into suspense: nothing is left out. `fundOf`
 * finds the ledger's number of a fund's code.
 */
export function linesOfStatement(
  entries: readonly StatementEntry[],
  fundOf: (code: string) => number | undefined,
): BankLine[] {
  return entries.map((entry) => lineOf(entry, fundOf));
}

function lineOf(entry: StatementEntry, fundOf: (code: string) => number | undefined): BankLine {
  const { reference, valueDay, amount, side, code, endToEndId, returnReason, remittance = "" } = entry;
  const line = { reference, valueDay, amount };
  const [domain, family, subFamily] = code;
  const isFee = domain === "ACMT" && (subFamily === "CHRG" || subFamily === "FEES");
  if (side === "debit") {
    if (isFee) return { kind: "fee", ...line };
    return endToEndId === undefined ? { kind: "unknownDebit", ...line } : { kind: "payout", ...line, endToEndId };
  }
  if (domain === "ACMT" && subFamily === "INTR") return { kind: "interest", ...line };
  const isReturn = returnReason !== undefined || subFamily === "RRTN";
  if (isReturn && endToEndId !== undefined) return { kind: "returnedPayout", ...line, endToEndId };
  const fund = isReturn || family !== "RCDT" ? undefined : fundOf(fundMark.exec(remittance)?.[1] ?? "");
  return fund === undefined ? { kind: "unknownCredit", ...line } : { kind: "deposit", ...line, fund };
}
