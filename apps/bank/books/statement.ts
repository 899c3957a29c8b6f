import type { Statement } from "@mingbai/iso20022/camt053";
import type { StatementEntry } from "@mingbai/iso20022/fields/entry";
import type { Books } from "./books.ts";
import { type Entry, type EntryKind, listDay, readBalance } from "./entries.ts";

/** Bank transaction codes of the ISO 20022 external code set for what this bank does. */
export const entryCodes: Readonly<Record<EntryKind, StatementEntry["code"]>> = {
  deposit: ["PMNT", "RCDT", "DMCT"],
  payout: ["PMNT", "ICDT", "DMCT"],
  batchPayout: ["PMNT", "ICDT", "DMCT"],
  returnedPayout: ["PMNT", "RCDT", "RRTN"],
  interest: ["ACMT", "MCOP", "INTR"],
  fee: ["ACMT", "MDOP", "CHRG"],
  unknownCredit: ["XTND", "NTAV", "NTAV"],
  unknownDebit: ["XTND", "NTAV", "NTAV"],
};

/** The statement of one day: the same books give the same bytes, so that a signature stays right. */
export function statementOf(books: Books, { account, day }: { account: string; day: string }): Statement {
  const entries = listDay(books, account, day);
  const openingBalance = readBalance(books, account, day);
  const sum = entries.reduce((so, { side, amount }) => so + (side === "credit" ? amount : -amount), openingBalance);
  const id = `${day}-${String(entries.length).padStart(6, "0")}`;
  return {
    messageId: `STMT-${id}`,
    statementId: id,
    createdMs: entries.at(-1)?.madeMs ?? Date.parse(`${day}T00:00:00Z`),
    account,
    day,
    openingBalance,
    closingBalance: sum,
    entries: entries.map(statementEntryOf),
  };
}

function statementEntryOf({
  reference,
  side,
  amount,
  day,
  kind,
  endToEndId,
  remittance,
  reason,
}: Entry): StatementEntry {
  return {
    reference,
    side,
    amount,
    valueDay: day,
    code: entryCodes[kind],
    ...(endToEndId !== null && { endToEndId }),
    ...(remittance !== null && remittance !== "" && { remittance }),
    ...(reason !== null && { returnReason: reason }),
  };
}
