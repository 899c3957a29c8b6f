import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { testData } from "@mingbai/testkit/test-data";
import { describe, expect, it } from "vitest";
import { loadMapping, MappingError, type SavedMapping, saveMapping } from "../mapping/saved-mapping.ts";
import { guessPayments, readPaymentsTable } from "./guess-payments.ts";
import { writeQuarantineCsv } from "./quarantine-csv.ts";
import { readPaymentRows, readPayments } from "./read-payments.ts";
import { hostileList } from "./test-hostile-layout.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const oxford = testData("oxford-spend");

function mappingOf(bytes: Uint8Array): SavedMapping {
  const guess = guessPayments(readPaymentsTable(bytes));
  if (guess.mapping === undefined) throw new Error(JSON.stringify(guess));
  return guess.mapping;
}

// Rows, payments and pence, computed apart with Python's csv and decimal modules.
const oxfordFiles = [
  ["apr-jun-2015.csv", 3_993, 3_993, 1_405_767_906],
  ["jan-mar-2014.csv", 3_860, 3_859, 1_341_346_798],
  ["jan-mar-2015.csv", 3_864, 3_864, 1_388_057_457],
  ["jul-sep-2014.csv", 3_649, 3_649, 1_514_673_680],
  ["jul-sep-2015.csv", 3_461, 3_461, 1_122_748_107],
  ["oct-dec-2014.csv", 3_978, 3_978, 1_567_605_392],
  ["oct-dec-2015.csv", 3_918, 3_918, 1_192_387_403],
] as const;

describe("real lists of a city council", () => {
  it.skipIf(oxford === undefined).each(oxfordFiles)(
    "%s: every row read, every penny kept",
    (name, rows, payments, pence) => {
      const bytes = readFileSync(join(oxford ?? "", `expenditure-over-500-${name}`));
      const found = readPayments(bytes, mappingOf(bytes));
      expect([found.read, found.accepted.length, found.quarantined.length, found.total]).toEqual([
        rows,
        payments,
        rows - payments,
        pence,
      ]);
      expect(found.accepted.reduce((sum, payment) => sum + payment.amount, 0)).toBe(pence);
      for (const payment of found.accepted) expect(payment.date).toMatch(/^201[45]-\d\d-\d\d$/);
    },
  );
});

describe("readPayments", () => {
  const head = "Payment Date,Amount,Supplier Name,Service Area\n";
  const good = "28/02/2015,10.50,ACME LTD,Housing\n";

  it.each([
    ["01/02/2015,,B LTD,x", "AMOUNT_MISSING"],
    ["01/02/2015,abc,B LTD,x", "AMOUNT_UNREADABLE"],
    ["01/02/2015,1.5E+06,B LTD,x", "AMOUNT_SCIENTIFIC"],
    ["01/02/2015,1.2345,B LTD,x", "AMOUNT_TOO_PRECISE"],
    ["01/02/2015,99999999999.00,B LTD,x", "AMOUNT_TOO_LARGE"],
    [",5.00,B LTD,x", "DATE_MISSING"],
    ["31/02/2015,5.00,B LTD,x", "DATE_UNREADABLE"],
    ["01/02/2015,5.00,,x", "SUPPLIER_MISSING"],
    [",,,xxx", "NOT_A_PAYMENT"],
    ["Grand Total,15.50,,", "TOTAL_ROW"],
    ["合计,15.50,,", "TOTAL_ROW"],
    ["Payment Date,Amount,Supplier Name,Service Area", "REPEATED_HEADER"],
    ["01/02/2015,5.00,B LTD,x,y", "TOO_MANY_CELLS"],
    ['01/02/2015,5.00,"B LTD,x', "BROKEN_QUOTES"],
    [`01/02/2015,5.00,B LTD,${"x".repeat(1001)}`, "TEXT_TOO_LONG"],
  ])("keeps %j apart: %s", (row, reason) => {
    const bytes = utf8(`${head}${good}${row}\n${good}`);
    const found = readPayments(bytes, mappingOf(utf8(head + good)));
    expect(found).toMatchObject({ read: 3, total: 2_100, reasons: { [reason]: 1 } });
    expect(found.quarantined).toMatchObject([{ line: 3, reason }]);
    expect(found.accepted).toHaveLength(2);
  });

  it("takes a mended row back under the same mapping", () => {
    const bytes = utf8(`Notes\n${head}${good}31/02/2015,7.25,"B, ""C"" LTD",x\n`);
    const mapping = loadMapping(saveMapping(mappingOf(bytes)));
    const table = readPaymentsTable(bytes);
    const kept = writeQuarantineCsv(table.header, readPaymentRows(table, mapping).quarantined);
    expect(kept).toContain("DATE_UNREADABLE,4,31/02/2015");
    const mended = readPayments(utf8(kept.replace("31/02", "28/02")), mapping);
    expect(mended).toMatchObject({
      read: 1,
      total: 725,
      accepted: [{ supplierName: 'B, "C" LTD', date: "2015-02-28" }],
    });
  });

  it("keeps a payment of nothing, and names once what was redacted", () => {
    const found = readPayments(
      utf8(`${head}${good}01/02/2015,0,REDACTED PERSONAL DATA,x\n`),
      mappingOf(utf8(head + good)),
    );
    expect(found.accepted[1]).toMatchObject({
      amount: 0,
      supplierName: "many, unknown",
      party: { nature: "redacted" },
    });
  });

  it("nets debit and credit columns", () => {
    const bytes = utf8(
      "Date,Debit,Credit,Supplier\n28/02/2015,10.00,,A LTD\n27/02/2015,,4.00,A LTD\n26/02/2015,,,A LTD\n",
    );
    const guess = guessPayments(readPaymentsTable(bytes));
    expect(guess.notes.join()).toContain('"Debit" counts as paid, "Credit" as come back');
    expect(readPayments(bytes, mappingOf(bytes))).toMatchObject({ total: 600, reasons: { AMOUNT_MISSING: 1 } });
  });
});

describe("guessPayments", () => {
  it("asks about dates that every order fits, and takes the answer", () => {
    const table = readPaymentsTable(utf8("Date,Amount,Supplier\n01/02/2015,5.00,A LTD\n03/04/2015,6.00,B LTD\n"));
    const guess = guessPayments(table);
    expect(guess.mapping).toBeUndefined();
    expect(guess.questions).toMatchObject([{ field: "date", choices: [{ value: "dmy" }, { value: "mdy" }] }]);
    expect(guessPayments(table, { dateOrder: "mdy" }).mapping?.dates).toEqual({ date: "mdy" });
  });

  it("names what is missing and what to do", () => {
    const guess = guessPayments(readPaymentsTable(utf8("Colour,Shape\nred,round\nblue,square\n")));
    expect(guess.missing.map(({ field }) => field)).toEqual(["date", "amount", "supplierName"]);
    expect(guess.missing[0]?.todo).toContain("columns.date");
  });

  it("prefers what was paid and says what it left", () => {
    const text = "Date,Net Amount,VAT,Gross Amount,Supplier\n28/02/2015,5.00,1.00,6.00,A LTD\n";
    const guess = guessPayments(readPaymentsTable(utf8(text)));
    expect(guess.columns.amount?.header).toBe("Gross Amount");
    expect(guess.notes.join()).toContain('"Net Amount" without tax is not used');
  });
});

describe("a saved mapping", () => {
  it.each([
    ["no JSON", "{"],
    ["another format", '{"format":"x"}'],
    [
      "an unknown order",
      '{"format":"mingbai/mapping/1","table":"payments","columns":{},"dates":{"date":"ydm"},"amounts":{}}',
    ],
  ])("is refused by name: %s", (_, json) => expect(() => loadMapping(json)).toThrow(MappingError));

  it("names the columns that a file lacks", () => {
    const mapping = mappingOf(utf8("Date,Amount,Supplier\n28/02/2015,5.00,A LTD\n"));
    expect(() => readPayments(utf8("Day,Amount\n28/02/2015,5.00\n"), mapping)).toThrow(/"Date" \(date\), "Supplier"/);
  });
});

// The deep run reads a hundred thousand files.
const timeoutMs = 600_000;

describe("lists in hostile layouts", () => {
  const seed = runSeed();
  it(
    `come out with every row and every penny (seed ${seed})`,
    () => {
      for (let run = 0; run < deepCount(200, 5_000); run++) {
        const list = hostileList(random((seed + run) >>> 0));
        const found = readPayments(list.bytes, mappingOf(list.bytes));
        const counts = [found.accepted.length, found.quarantined.length, found.total];
        expect(counts, `seed ${seed + run}: ${list.layout} ${JSON.stringify(found.reasons)}`).toEqual([
          list.payments,
          list.notPayments,
          list.total,
        ]);
      }
    },
    timeoutMs,
  );

  it(
    `and damaged ones never throw, and lose no row (seed ${seed})`,
    () => {
      const draw = random(seed);
      for (let run = 0; run < deepCount(5_000, 100_000); run++) {
        const bytes = damaged(draw);
        const table = readPaymentsTable(bytes);
        const { mapping } = guessPayments(table, { dateOrder: "dmy", decimal: "." });
        if (mapping === undefined) continue;
        const found = readPaymentRows(table, mapping);
        expect(found.read, `seed ${seed}, run ${run}`).toBe(found.accepted.length + found.quarantined.length);
      }
    },
    timeoutMs,
  );
});

function damaged(draw: ReturnType<typeof random>): Uint8Array {
  if (draw.chance(1, 10)) return draw.bytes(draw.below(400));
  const bytes = Uint8Array.from(hostileList(draw).bytes);
  for (let hit = 1 + draw.below(8); hit > 0; hit--)
    bytes[draw.below(bytes.length)] = draw.pick([0, 10, 13, 34, 44, 59, 0xff, draw.below(256)]);
  return bytes.subarray(0, 1 + draw.below(bytes.length));
}
