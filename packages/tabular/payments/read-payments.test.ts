import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { testData } from "@mingbai/testkit/test-data";
import { describe, expect, it } from "vitest";
import { loadMapping, MappingError, type SavedMapping, saveMapping } from "../mapping/saved-mapping.ts";
import { findParty } from "./find-party.ts";
import { guessPayments, readPaymentsTable } from "./guess-payments.ts";
import { writeQuarantineCsv } from "./quarantine-csv.ts";
import { readPaymentRows, readPayments } from "./read-payments.ts";
import { hostileList } from "./test-hostile-layout.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const oxford = testData("oxford-spend");
const timeoutMs = 600_000;

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

describe("rows that could go unseen", () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, i) => `${13 + (i % 15)}/03/2015,${100 + i}.50,Firm ${i} Ltd,Housing\n`).join("");
  const plain = "Payment Date,Amount,Supplier Name,Service Area\n";

  it.each([
    ["a header that is misspelt", "Pyament Dtae,Amuont £,Suplier Nmae,Service Aera\n"],
    ["a header with a number in a name", "Payment Date,Amount over £500,Supplier Name,Service Area\n"],
    ["a header with a year in a name", "Payment Date,Amount 2014/15,Supplier Name,Service Area\n"],
  ])("are read below %s, with a good header further down", (_, header) => {
    const bytes = utf8(header + rows(30) + plain + rows(30));
    expect(readPaymentsTable(bytes)).toMatchObject({ headerLine: 1, preamble: [] });
    const found = readPayments(bytes, mappingOf(bytes));
    expect([found.read, found.accepted.length, found.total]).toEqual([61, 60, 2 * 344_999 + 2]);
  });

  it("stay above no header where the table has none", () => {
    const table = readPaymentsTable(utf8(`${rows(20)}Housing,Leisure,Planning,Culture\n${rows(20)}`));
    expect(table).toMatchObject({ headerLine: 0, preamble: [], rows: { length: 41 } });
  });

  it("are no payments where a dated total stands among the suppliers", () => {
    const text = `${plain}${rows(2)}31/03/2015,202.00,Grand Total,\n31/03/2015,202.00,TOTAL:,\n31/03/2015,1.00,Total Gas Ltd,x\n`;
    expect(readPayments(utf8(text), mappingOf(utf8(text)))).toMatchObject({ total: 20_300, reasons: { TOTAL_ROW: 2 } });
  });

  it("are kept apart in another currency than the list's, in a column of its own or beside the amount", () => {
    const beside = utf8(`${plain}28/03/2015,£5.00,A,x\n27/03/2015,€7.00,B,x\n26/03/2015,£1.00,C,x\n`);
    expect(mappingOf(beside)).toMatchObject({ currency: "GBP" });
    expect(readPayments(beside, mappingOf(beside))).toMatchObject({ total: 600, reasons: { CURRENCY_DIFFERS: 1 } });
    const apart = utf8(
      "Payment Date,Amount,Currency,Supplier Name\n28/03/2015,5,GBP,A\n27/03/2015,7,EUR,B\n26/03/2015,1,GBP,C\n",
    );
    expect(readPayments(apart, mappingOf(apart))).toMatchObject({ total: 600, reasons: { CURRENCY_DIFFERS: 1 } });
  });
});

describe("rows kept apart and sent again unmended", () => {
  const seed = runSeed();
  it(
    `are kept apart again, every cell as it was (seed ${seed})`,
    () => {
      const draw = random(seed);
      for (let run = 0; run < deepCount(500, 20_000); run++) {
        const table = readPaymentsTable(damaged(draw));
        const { mapping } = guessPayments(table, { dateOrder: "dmy", decimal: "." });
        if (mapping === undefined) continue;
        const { quarantined } = readPaymentRows(table, mapping);
        if (quarantined.length === 0) continue;
        const again = readPayments(utf8(writeQuarantineCsv(table.header, quarantined)), mapping);
        expect(again.accepted, `seed ${seed}, run ${run}`).toEqual([]);
        const cells = again.quarantined.map((row) => row.cells.slice(2));
        expect(cells, `seed ${seed}, run ${run}`).toEqual(quarantined.map((row) => row.cells));
      }
    },
    timeoutMs,
  );

  it.each([
    ["two rows that ran into one", utf8("05/03/2015,0.46,A,,08/03/2015,938315.65,B\n"), "TOO_MANY_CELLS"],
    ["a quotation mark that nothing closed", utf8('05/03/2015,0.46,"A\n'), "BROKEN_QUOTES"],
    ["a character that was lost", Uint8Array.from([...utf8("05/03/2015,1.00,Caf"), 0xe9, 10]), "UNREADABLE_TEXT"],
  ])("do not become payments: %s", (_, row, reason) => {
    const head = utf8(`Payment Date,Amount,Supplier Name\n${"28/02/2015,10.50,Zoë LTD\n".repeat(20)}`);
    const mapping = mappingOf(head);
    const table = readPaymentsTable(Uint8Array.from([...head, ...row]));
    const { quarantined } = readPaymentRows(table, mapping);
    expect(quarantined).toMatchObject([{ reason }]);
    const again = readPayments(utf8(writeQuarantineCsv(table.header, quarantined)), mapping);
    expect(again).toMatchObject({ read: 1, accepted: [], reasons: { [reason]: 1 } });
  });
});

describe("a mapping and a file that contradict it", () => {
  const american = utf8("Payment Date,Amount,Supplier Name\n04/05/2015,5.00,A\n04/25/2015,6.00,B\n");
  const columns = { date: "Payment Date", amount: "Amount", supplierName: "Supplier Name" };
  const mapping: SavedMapping = { format: "mingbai/mapping/1", table: "payments", columns, dates: {}, amounts: {} };

  it.each([
    ["the other order of dates", { ...mapping, dates: { date: "dmy" as const } }, /dates as dmy, the file's are mdy/],
    [
      "the other decimal mark",
      { ...mapping, amounts: { amount: { decimal: "," as const, unitDigits: 0 as const } } },
      /","/,
    ],
    ["a field that does not exist", { ...mapping, columns: { ...columns, supplierNam: "Amount" } }, /supplierName/],
  ])("is refused: %s", (_, wrong, message) => expect(() => readPayments(american, wrong)).toThrow(message));

  it("has its order of dates from the whole column where it names none, and is refused where that leaves it open", () => {
    expect(readPayments(american, mapping).accepted[0]).toMatchObject({ date: "2015-04-05" });
    const open = utf8("Payment Date,Amount,Supplier Name\n04/05/2015,5.00,A\n");
    expect(() => readPayments(open, mapping)).toThrow(/dates\.date/);
  });

  it("is not made from an answer against what every date shows", () => {
    expect(guessPayments(readPaymentsTable(american), { dateOrder: "dmy" }).mapping?.dates).toEqual({ date: "mdy" });
  });
});

describe("cells of any length", () => {
  it("are looked at in time that grows with their length", () => {
    // A search that takes the square of the length would not come back from this one within minutes.
    const long = `${"1".repeat(1_000_000)} x`;
    const bytes = utf8(`Payment Date,Amount,Supplier Name\n28/03/2015,5.00,${long}\n28/03/2015,6.00,B\n`);
    expect(
      readPayments(bytes, mappingOf(utf8("Payment Date,Amount,Supplier Name\n28/03/2015,5.00,B\n"))).reasons,
    ).toEqual({
      TEXT_TOO_LONG: 1,
    });
    expect(guessPayments(readPaymentsTable(bytes)).columns.amount?.header).toBe("Amount");
  });
});

describe("findParty", () => {
  it.each([
    ["Redacted personal data", "redacted"],
    ["REDACTED", "redacted"],
    ["individual", "redacted"],
    ["Private Individual", "redacted"],
    ["Name withheld", "redacted"],
    ["personal data", "redacted"],
    ["*****", "redacted"],
    ["个人", "redacted"],
    ["隐去", "redacted"],
    ["Data Protection", "redacted"],
    ["Redaction Services Ltd", "organisation"],
    ["Data Protection Registrar", "organisation"],
    ["Individual Care Services Ltd", "organisation"],
    ["MR J SMITH", "person"],
    ["ＭR J Smith", "person"],
    ["Lloyd George Ltd", "organisation"],
  ])("takes %j for %s", (name, nature) => expect(findParty(name).nature).toBe(nature));
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
