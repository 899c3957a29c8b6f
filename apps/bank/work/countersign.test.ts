import { createHash } from "node:crypto";
import { toHex } from "@mingbai/codec/hex";
import { statementMessage } from "@mingbai/crypto/statement-message";
import { writeCamt053 } from "@mingbai/iso20022/camt053";
import type { DayClose } from "@mingbai/treasury/day-close/schema";
import { readEquation } from "@mingbai/treasury/reads";
import {
  auditor,
  bank as banker,
  bankSigner,
  chain,
  dayScene,
  deposited,
  finance,
  financeDeputy,
  report,
  wrong,
} from "@mingbai/treasury/testing/test-day-close";
import type { TestLedger } from "@mingbai/treasury/testing/test-ledger";
import { bankAccount as account, fund, must } from "@mingbai/treasury/testing/test-scene";
import type { DayCloseRow } from "@mingbai/treasury/views/bank-close";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Books } from "../books/books.ts";
import { findClosedDay, listLatestCloses } from "../books/closes.ts";
import { addToldEntry, listDay, listWaiting, setOpeningBalance } from "../books/entries.ts";
import { setFault } from "../books/faults.ts";
import { statementOf } from "../books/statement.ts";
import type { Ledger } from "../ledger/ledger-link.ts";
import { TestBooks, testClock } from "../testing/test-bank.ts";
import { testLedgerLink } from "../testing/test-ledger-link.ts";
import { bookingClock } from "./booking-clock.ts";
import { countersignDays } from "./countersign.ts";
import { addOutside } from "./deposit.ts";
import { workOnce } from "./desk.ts";

const money = { currency: "CNY", decimals: 2 };
const day = "2027-01-15";
let ledger: TestLedger;
let bank: TestBooks;
/** What the office has signed, as the ledger's tables tell it. */
let closes: DayCloseRow[];

beforeEach(() => {
  ledger = dayScene();
  bank = new TestBooks();
  closes = [];
  bank.books.run("delete from setting where name = 'opening'");
  setOpeningBalance(bank.books, 0);
  const line = { account, reference: "d1", day, side: "credit", kind: "deposit", amount: deposited } as const;
  addToldEntry(bank.books, { ...line, endToEndId: null, madeMs: 0 });
});
afterEach(() => bank.remove());

function link(): Ledger {
  const whole = testLedgerLink(ledger, undefined, undefined, banker);
  const readAt = { height: ledger.height, timeMs: ledger.timeMs };
  return {
    act: whole.act,
    asBank: (ask) =>
      ask({
        ask: async (view) => view.result.parse({ closes, differences: [], orders: [], batches: [], lines: [], readAt }),
      }),
  };
}
const desk = (books: Books = bank.books) => ({ books, link: link(), account, clock: bookingClock(books, testClock()) });
const round = async () => (await workOnce(desk())) + (await countersignDays(desk(), money));
const deposit = (amount: number) =>
  addOutside(bank.books, { kind: "deposit", amount, fund: { number: fund, code: "F-1" }, remittance: "" }, desk());

/** The bank's statement of the day as it is now, and the close that the office makes of it. */
async function close(items: DayClose["items"] = []): Promise<DayClose> {
  const statement = statementOf(bank.books, { account, day });
  const file = createHash("sha256").update(writeCamt053(statement, money)).digest("hex");
  const claim = { file, closingBalance: statement.closingBalance, currency: "CNY" };
  const signature = toHex(await bankSigner.sign(statementMessage({ chain, bankAccount: account, day, ...claim })));
  const { outstanding, suspense } = readEquation(ledger.state);
  return {
    bankAccount: account,
    day,
    statement: { ...claim, keyId: banker.account, signature },
    ledger: { height: ledger.height, outstanding, suspense },
    items,
  };
}

function officeSigns(claim: DayClose): void {
  const transaction = must(ledger, finance, "closeBankDay", claim);
  const closed = { account: finance.account, organisation: "bureau", transaction, height: 1, timeMs: 1 };
  closes = [{ claim, state: "pending", closed, countersigned: null }];
}

describe("the bank's signature of a day", () => {
  it("is given to what agrees with its books, once, and the day's books are shut", async () => {
    officeSigns(await close());
    expect(await round()).toBe(1);
    expect(await round()).toBe(0);
    expect(listLatestCloses(bank.books, 9)).toMatchObject([{ day, closingBalance: deposited, state: "signed" }]);
    expect(findClosedDay(bank.books)).toBe(day);
    deposit(50);
    expect(listDay(bank.books, account, day)).toHaveLength(1);
    expect(listDay(bank.books, account, "2027-01-16")).toMatchObject([{ amount: 50 }]);
  });

  it("is found done where the answer was lost", async () => {
    const claim = await close();
    officeSigns(claim);
    must(ledger, banker, "countersignBankDay", claim);
    closes = closes.map((row) => ({ ...row, state: "closed" }));
    await round();
    expect(listLatestCloses(bank.books, 9)).toMatchObject([{ state: "signed" }]);
  });

  it.each<[string, () => Promise<DayClose>]>([
    [
      "statementDiffers",
      async () => {
        const early = await close();
        setFault(bank.books, "down", 1);
        deposit(50);
        setFault(bank.books, "down", 0);
        return early;
      },
    ],
    ["itemDiffers", () => close([{ kind: "missingAtBank", reference: "d1", day, effect: -deposited }])],
  ])("is not given: %s", async (why, make) => {
    const claim = await make();
    closes = [
      {
        claim,
        state: "pending",
        closed: {
          account: finance.account,
          organisation: "bureau",
          transaction: "ab".repeat(32),
          height: 1,
          timeMs: 1,
        },
        countersigned: null,
      },
    ];
    expect(await countersignDays(desk(), money)).toBe(0);
    expect(listLatestCloses(bank.books, 9)).toMatchObject([{ state: "refused", why }]);
    expect(findClosedDay(bank.books)).toBeUndefined();
  });

  it("is given to a deposit on its way, as it stands in its books", async () => {
    must(ledger, financeDeputy, "reportDifference", report);
    deposit(50);
    await workOnce(desk());
    expect(listWaiting(bank.books, 9)).toHaveLength(1);
    const proposal = must(ledger, finance, "proposeSettlement", { ...wrong, resolution: "none" });
    must(ledger, auditor, "settleDifference", { ...wrong, proposal });
    const [{ reference = "" } = {}] = listWaiting(bank.books, 9);
    officeSigns(await close([{ kind: "missingOnLedger", reference, day, effect: 50 }]));
    await countersignDays(desk(), money);
    expect(listLatestCloses(bank.books, 9)).toMatchObject([{ state: "signed" }]);
    await round();
    expect(listWaiting(bank.books, 9)).toEqual([]);
    expect(readEquation(ledger.state).outstanding).toBe(deposited + 50);
  });

  it("can be planted a fault: the ledger is told of one fen too much", async () => {
    setFault(bank.books, "mistold", 1);
    deposit(50);
    await workOnce(desk());
    deposit(50);
    await workOnce(desk());
    expect(readEquation(ledger.state).outstanding).toBe(deposited + 101);
    expect(statementOf(bank.books, { account, day }).closingBalance).toBe(deposited + 100);
  });
});
