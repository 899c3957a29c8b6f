import { describe, expect, it } from "vitest";
import { findBankAccount, sumsUntil } from "../day-close/day-sums.ts";
import { bankDayTable, differenceTable } from "../day-close/tables.ts";
import { recount } from "../laws/invariants.ts";
import {
  auditor,
  bank,
  bankerInTheOffice,
  closeOf,
  codeOf as code,
  day,
  dayScene,
  deposit,
  deposited,
  finance,
  report,
  secondBank,
  settle,
  signedBalance,
  wrong,
} from "../testing/test-day-close.ts";
import { bankAccount, bankLine, must } from "../testing/test-scene.ts";

const item = { kind: "amountDiffers", reference: "d1", day, effect: -5 } as const;

describe("countersignBankDay", () => {
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

  it("is refused where it was not closed, where it is its own close, and where something has changed since", async () => {
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
