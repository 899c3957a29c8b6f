import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import {
  auditor,
  bank,
  bankerInTheOffice,
  closeOf,
  day,
  dayScene,
  deposit,
  deposited,
  finance,
  financeDeputy,
  report,
  secondBank,
  settle,
  signedBalance,
  streetFinance,
  wrong,
} from "../testing/test-day-close.ts";
import type { Person, TestLedger } from "../testing/test-ledger.ts";
import { bankAccount, bankLine, must, people } from "../testing/test-scene.ts";
import { findBankAccount, sumsUntil } from "./day-sums.ts";
import type { DayClose } from "./schema.ts";
import { bankDayTable, differenceTable } from "./tables.ts";

const code = (ledger: TestLedger, who: Person, verb: string, input: object) => ledger.run(who, verb, { ...input }).code;
const item = { kind: "amountDiffers", reference: "d1", day, effect: -5 } as const;

describe("a bank day", () => {
  it("is closed by the office and the bank over the same bytes, and then for ever", async () => {
    const ledger = dayScene();
    const close = await closeOf(ledger);
    must(ledger, finance, "closeBankDay", close);
    expect(code(ledger, finance, "closeBankDay", close)).toBe("DAY_CLOSE_PENDING");
    expect(code(ledger, bank, "countersignBankDay", { ...close, items: [{ ...item, effect: 0 }] })).toBe(
      "CLOSE_DIFFERS",
    );
    expect(code(ledger, bankerInTheOffice, "countersignBankDay", close)).toBe("OWN_CLOSE");
    must(ledger, bank, "countersignBankDay", close);
    for (const [who, verb] of [
      [finance, "closeBankDay"],
      [bank, "countersignBankDay"],
    ] as const)
      expect(code(ledger, who, verb, close)).toBe("DAY_CLOSED");
    expect(findBankAccount(ledger.state, bankAccount)).toMatchObject({ closedDay: day, vouchers: deposited });
    expect(ledger.state.table(bankDayTable).size).toBe(0);
    recount(ledger.state);
  });

  it("takes a line that comes late for a closed day, and the next close knows it", async () => {
    const ledger = dayScene();
    const onItsWay = { kind: "missingOnLedger", reference: "d2", day, effect: 7 } as const;
    const first = await closeOf(ledger, {
      statement: await signedBalance({ closingBalance: deposited + 7 }),
      items: [onItsWay],
    });
    must(ledger, finance, "closeBankDay", first);
    must(ledger, bank, "countersignBankDay", first);
    must(ledger, bank, "bookBankLines", deposit("d2", 7));
    ledger.wait(86_400_000);
    const next = "2027-01-16";
    const figures = { height: ledger.height, outstanding: deposited + 7, suspense: 0 };
    const statement = await signedBalance({ closingBalance: deposited + 7, day: next });
    const second = await closeOf(ledger, { day: next, statement, ledger: figures });
    expect(code(ledger, finance, "closeBankDay", { ...second, items: [onItsWay] })).toBe("ITEM_UNPROVEN");
    must(ledger, finance, "closeBankDay", second);
    must(ledger, bank, "countersignBankDay", second);
    expect(code(ledger, finance, "closeBankDay", first)).toBe("DAY_CLOSED");
  });

  it("carries a settled difference from one close to the next, and forgets its row", async () => {
    const ledger = dayScene();
    settle(ledger);
    const statement = await signedBalance({ closingBalance: deposited - 5 });
    const close = await closeOf(ledger, { statement, items: [item] });
    must(ledger, finance, "closeBankDay", close);
    must(ledger, bank, "countersignBankDay", close);
    expect(ledger.state.table(differenceTable).size).toBe(0);
    ledger.wait(86_400_000);
    const next = "2027-01-16";
    const later = await signedBalance({ closingBalance: deposited - 5, day: next });
    const figures = { height: ledger.height, outstanding: deposited, suspense: 0 };
    must(
      ledger,
      finance,
      "closeBankDay",
      await closeOf(ledger, { day: next, statement: later, ledger: figures, items: [item] }),
    );
  });

  it("keeps sums of each day that come to what the ledger has, whatever stands in suspense", () => {
    const ledger = dayScene();
    const lines = [
      { ...bankLine("f1", 30), valueDay: "2027-01-16", kind: "fee" },
      { ...bankLine("i1", 12), valueDay: "2027-01-14", kind: "interest" },
    ];
    must(ledger, bank, "bookBankLines", { bankAccount, lines });
    const { vouchers, suspense } = sumsUntil(ledger.state, bankAccount, "2027-01-15");
    expect({ vouchers, suspense }).toEqual({ vouchers: deposited, suspense: 12 });
    expect(sumsUntil(ledger.state, bankAccount, "2027-01-13")).toMatchObject({ vouchers: 0, suspense: 0 });
    expect(sumsUntil(ledger.state, bankAccount, "2027-01-16")).toMatchObject({ suspense: -18 });
    recount(ledger.state);
  });
});

type Closed = Partial<DayClose>;
const figures = { height: 3, outstanding: deposited, suspense: 0 };

describe("a close is refused", () => {
  it.each<[string, (ledger: TestLedger) => Promise<Closed> | Closed, Person?]>([
    ["NOT_DEPOSIT_OFFICE", () => ({}), streetFinance],
    [
      "DAY_AHEAD",
      async () => ({
        day: "2027-01-16",
        statement: await signedBalance({ closingBalance: deposited, day: "2027-01-16" }),
      }),
    ],
    ["STATEMENT_NOT_BANKS", async () => ({ statement: { ...(await signedBalance()), keyId: finance.account } })],
    ["STATEMENT_NOT_BANKS", async () => ({ statement: { ...(await signedBalance()), keyId: "00000000000000ff" } })],
    [
      "STATEMENT_CURRENCY",
      async () => ({ statement: await signedBalance({ closingBalance: deposited, currency: "EUR" }) }),
    ],
    ["STATEMENT_ALTERED", async () => ({ statement: { ...(await signedBalance()), closingBalance: deposited + 1 } })],
    ["STATEMENT_ALTERED", async () => ({ statement: { ...(await signedBalance()), file: "cd".repeat(32) } })],
    ["STATEMENT_ALTERED", async () => ({ day: "2027-01-14" })],
    [
      "STATEMENT_ALTERED",
      async () => ({
        statement: await signedBalance({ closingBalance: deposited, chain: new Uint8Array(32).fill(1) }),
      }),
    ],
    [
      "DIFFERENCE_OPEN",
      (ledger) => {
        must(ledger, auditor, "reportDifference", report);
        return {};
      },
    ],
    ["DAY_MOVED", () => ({ ledger: { ...figures, outstanding: deposited - 1 } })],
    ["DAY_MOVED", () => ({ ledger: { ...figures, suspense: 1 } })],
    ["DAY_MOVED", () => ({ ledger: { ...figures, height: 2 } })],
    ["DAY_MOVED", () => ({ ledger: { ...figures, height: 9 } })],
    ["ITEM_UNPROVEN", () => ({ items: [item] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "missingAtBank", effect: 5 }] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "missingOnLedger" }] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "missingOnLedger", reference: "d9", effect: 0 }] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "dateDiffers" }] })],
    ["ITEM_TWICE", () => ({ items: [1, 2].map(() => ({ ...item, kind: "dateDiffers" as const, effect: 0 })) })],
    ["DAY_UNEQUAL", async () => ({ statement: await signedBalance({ closingBalance: deposited + 1 }) })],
    ["DAY_UNEQUAL", () => ({ items: [{ ...item, kind: "missingAtBank", effect: -deposited }] })],
    ["NOT_ALLOWED", () => ({}), bank],
    ["BODY_INVALID", () => ({ bankAccount: "" })],
  ])("%s", async (expected, more, who = finance) => {
    const ledger = dayScene();
    const changed = await more(ledger);
    const base = await closeOf(ledger, { ledger: { ...figures, height: ledger.height }, ...changed });
    const { outcome } = ledger.run(who, "closeBankDay", base);
    expect(outcome.refusal?.refused).toBe(expected);
  });

  it("with what is missing", async () => {
    const ledger = dayScene();
    const statement = await signedBalance({ closingBalance: deposited + 12 });
    expect(ledger.run(finance, "closeBankDay", await closeOf(ledger, { statement })).outcome.refusal?.detail).toEqual({
      outstanding: deposited,
      suspense: 0,
      inTransit: 0,
      closingBalance: deposited + 12,
      gap: 12,
    });
  });

  it("by the bank where it was not closed, where it is its own close, and where something has changed since", async () => {
    const ledger = dayScene();
    const close = await closeOf(ledger);
    expect(code(ledger, bank, "countersignBankDay", close)).toBe("CLOSE_UNKNOWN");
    must(ledger, finance, "closeBankDay", close);
    expect(code(ledger, secondBank, "countersignBankDay", close)).toBe("COUNTERSIGN_OTHER_KEY");
    must(ledger, secondBank, "reportDifference", report);
    expect(code(ledger, bank, "countersignBankDay", close)).toBe("DIFFERENCE_OPEN");
    const proposal = must(ledger, finance, "proposeSettlement", { ...wrong, resolution: "none" });
    must(ledger, auditor, "settleDifference", { ...wrong, proposal });
    must(ledger, bank, "bookBankLines", deposit("d2", 3));
    expect(code(ledger, bank, "countersignBankDay", close)).toBe("DAY_MOVED");
  });
});

describe("a difference", () => {
  it("stops minting, and only that, until two people of different organisations have settled it", () => {
    const ledger = dayScene();
    must(ledger, finance, "reportDifference", report);
    expect(ledger.run(bank, "bookBankLines", deposit("d2", 3)).outcome.refusal).toMatchObject({
      refused: "MINT_STOPPED",
      detail: { kind: "amountDiffers", reference: "d1", day, effect: -5 },
    });
    must(ledger, bank, "bookBankLines", { bankAccount, lines: [{ ...bankLine("f", 1), kind: "fee" }] });
    const proposal = must(ledger, financeDeputy, "proposeSettlement", { ...wrong, resolution: "bankCorrects" });
    const agree = { ...wrong, proposal };
    expect(code(ledger, bank, "bookBankLines", deposit("d2", 3))).toBe("MINT_STOPPED");
    expect(code(ledger, financeDeputy, "settleDifference", agree)).toBe("OWN_SETTLEMENT");
    expect(code(ledger, finance, "settleDifference", agree)).toBe("OWN_REPORT");
    expect(code(ledger, people.allRound, "settleDifference", agree)).toBe("SAME_ORGANISATION");
    expect(code(ledger, auditor, "settleDifference", { ...agree, proposal: "00".repeat(32) })).toBe(
      "SETTLEMENT_DIFFERS",
    );
    must(ledger, auditor, "settleDifference", agree);
    must(ledger, bank, "bookBankLines", deposit("d2", 3));
    recount(ledger.state);
  });

  it("is reported once, proposed once by one person, settled once", () => {
    const ledger = dayScene();
    const proposing = { ...wrong, resolution: "none" };
    expect(code(ledger, auditor, "proposeSettlement", proposing)).toBe("DIFFERENCE_UNKNOWN");
    expect(code(ledger, auditor, "settleDifference", { ...wrong, proposal: "00".repeat(32) })).toBe(
      "DIFFERENCE_UNKNOWN",
    );
    must(ledger, auditor, "reportDifference", report);
    expect(code(ledger, bank, "reportDifference", { ...report, effect: 1 })).toBe("DIFFERENCE_REPORTED");
    const early = must(ledger, finance, "proposeSettlement", proposing);
    expect(code(ledger, finance, "proposeSettlement", proposing)).toBe("SETTLEMENT_PROPOSED");
    const proposal = must(ledger, bank, "proposeSettlement", { ...wrong, resolution: "bankCorrects" });
    expect(code(ledger, finance, "settleDifference", { ...wrong, proposal: early })).toBe("SETTLEMENT_DIFFERS");
    must(ledger, finance, "settleDifference", { ...wrong, proposal });
    for (const [verb, input] of [
      ["settleDifference", { ...wrong, proposal }],
      ["proposeSettlement", proposing],
    ] as const)
      expect(code(ledger, secondBank, verb, input)).toBe("DIFFERENCE_SETTLED");
    expect(code(ledger, auditor, "reportDifference", report)).toBe("DIFFERENCE_REPORTED");
    expect(code(ledger, streetFinance, "reportDifference", report)).toBe("NOT_DEPOSIT_OFFICE");
  });

  it("has room for as many as are declared", () => {
    const ledger = dayScene();
    for (let count = 0; count < 512; count++)
      must(ledger, auditor, "reportDifference", { ...report, reference: `r${count}` });
    expect(code(ledger, auditor, "reportDifference", { ...report, reference: "one more" })).toBe("DIFFERENCES_FULL");
  });
});
