import { linesOfStatement } from "@mingbai/app-node/bank/lines-of-statement";
import { ordersFile } from "@mingbai/app-node/bank/orders-file";
import { readCamt053, writeCamt053 } from "@mingbai/iso20022/camt053";
import { isFault } from "@mingbai/iso20022/fault";
import { readPain002, writePain002 } from "@mingbai/iso20022/pain002";
import { bankLinesPerCommandMax } from "@mingbai/treasury/schema";
import { fund, otherFund, people } from "@mingbai/treasury/testing/test-scene";
import { type FaultKind, faultKinds, readFaults, setFault } from "../../books/faults.ts";
import { listLatestPayments } from "../../books/payments.ts";
import { statementOf } from "../../books/statement.ts";
import { addOutside } from "../../work/deposit.ts";
import { workOnce } from "../../work/desk.ts";
import { giveBack } from "../../work/give-back.ts";
import { takeFile } from "../../work/take-file.ts";
import { account } from "../test-bank.ts";
import { releasedOrders } from "../test-ledger-link.ts";
import type { Cycle } from "./test-cycle.ts";

const money = { currency: "CNY", decimals: 2 };
const dayMs = 86_400_000;
const nobodysFund = 99;
const numbers = new Map([
  ["F-1", fund],
  ["F-2", otherFund],
]);
/** What the ledger cannot heal: people have to. */
const bankErrors: readonly FaultKind[] = ["paidTwice", "mistold"];
/** What the ledger may say to a statement's line. */
const isBorne = ["ok", "BANK_LINE_BOOKED", "MINT_STOPPED"];
/** Connections that the test breaks, and an answer that the bank says it cannot work with. */
const expected = /broke|lost/;

/** What the bank does and what happens to it. */
export const bankActs: Readonly<Record<string, (cycle: Cycle) => void | Promise<void>>> = {
  /** A round of the real desk, with connections that break before or after the ledger has heard. */
  round: work,
  async roundOfCrashes(cycle) {
    await work(cycle);
    cycle.bank.reopen();
    await work(cycle);
  },
  fault(cycle) {
    const kind: FaultKind = cycle.dice.pick(
      faultKinds.filter((one) => !bankErrors.includes(one) || cycle.dice.chance(1, 3)),
    );
    const count = cycle.dice.below(3);
    if (kind === "paidTwice") cycle.doublesAsked += count;
    if (kind === "mistold") cycle.mistoldAsked += count;
    setFault(cycle.bank.books, kind, count);
  },
  repair(cycle) {
    for (const kind of faultKinds) setFault(cycle.bank.books, kind, 0);
  },
  deposit(cycle) {
    const [code = "", number] = cycle.dice.pick([...numbers, ["F-99", nobodysFund] as const]);
    outside(cycle, { kind: "deposit", fund: { number, code }, most: 90_000 });
  },
  unexpected(cycle) {
    const kind = cycle.dice.pick(["interest", "fee", "unknownCredit", "unknownDebit"] as const);
    outside(cycle, { kind, fund: undefined, most: 50 });
  },
  /** The payee's bank sends a payment back. */
  bounce(cycle) {
    const paid = listLatestPayments(cycle.bank.books, 20).filter(({ state }) => state === "paid");
    if (paid.length > 0) giveBack(cycle.bank.books, cycle.dice.pick(paid).endToEndId, { account, clock: cycle.clock });
  },
  sendOrders(cycle) {
    const debtor = { name: "区财政局", account };
    const { file } = ordersFile(releasedOrders(cycle.ledger), { debtor, money });
    if (file !== undefined) cycle.files.push(file);
    if (file !== undefined) send(cycle, file);
  },
  /** The same file again, however old it is: the answer was lost, or somebody sent it by hand as well. */
  sendOrdersAgain(cycle) {
    if (cycle.files.length > 0) send(cycle, cycle.dice.pick(cycle.files));
  },
  /** The bank's statement as a file, booked by hand beside what the bank tells over the wire. */
  bookStatement(cycle) {
    const { books } = cycle.bank;
    const day = new Date(cycle.clock.nowMs() - cycle.dice.below(2) * dayMs).toISOString().slice(0, 10);
    const statement = readCamt053(writeCamt053(statementOf(books, { account, day }), money), money);
    if (isFault(statement)) throw new Error(`${statement.field}: ${statement.en}`);
    const lines = linesOfStatement(statement.entries, (code) => numbers.get(code)).slice(-bankLinesPerCommandMax);
    for (const line of lines.map((one) => [one])) {
      const code = cycle.attempt(people.bank, "bookBankLines", { bankAccount: account, lines: line });
      if (!isBorne.includes(code)) throw new Error(`a line of a statement: ${code}`);
    }
  },
};

async function work({ bank: { books }, link, clock }: Cycle): Promise<void> {
  try {
    await workOnce({ books, link, account, clock });
  } catch (error) {
    if (!(error instanceof Error) || !expected.test(error.message)) throw error;
  }
}

function outside(
  { bank, dice, clock }: Cycle,
  { most, ...what }: Pick<Parameters<typeof addOutside>[1], "kind" | "fund"> & { most: number },
): void {
  addOutside(bank.books, { ...what, amount: 1 + dice.below(most), remittance: "" }, { account, clock });
}

/** A bank that is down takes no file; otherwise it answers, and its answer is well formed. */
function send({ bank: { books }, clock }: Cycle, file: Uint8Array): void {
  if (readFaults(books).down > 0) return;
  const report = takeFile(books, file, { account, money, clock });
  if (typeof report === "string" || isFault(report)) throw new Error(`a file was not taken: ${JSON.stringify(report)}`);
  if (isFault(readPain002(writePain002(report)))) throw new Error("the bank's answer cannot be read");
}
