import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { guessPayments, readPaymentsTable } from "./guess-payments.ts";
import { readPaymentRows } from "./read-payments.ts";

const head = "Payment Date,Amount,Supplier Name,Service Area\n";
const rows = (...amounts: string[]): string =>
  amounts.map((amount, i) => `${28 - i}/02/2015,${amount},SUPPLIER ${i} LTD,Housing\n`).join("");

/** Rows accepted, rows kept apart, and minor units of a list, its mapping guessed. */
function reading(text: string, encoding = "utf-8"): { accepted: number; apart: number; total: number } {
  const table = readPaymentsTable(iconv.encode(text, encoding));
  const guess = guessPayments(table);
  if (guess.mapping === undefined) throw new Error(JSON.stringify([guess.missing, guess.questions]));
  const { accepted, quarantined, total } = readPaymentRows(table, guess.mapping);
  return { accepted: accepted.length, apart: quarantined.length, total };
}

// Rows and sums computed apart with Python's decimal module.
describe("odd lists", () => {
  it.each([
    [
      "Swiss apostrophes",
      "Payment Date;Amount;Supplier Name\n28.02.2015;1'234'567.85;A AG\n01.03.2015;12’000.00;B AG\n",
      2,
      0,
      124_656_785,
    ],
    [
      "decimal commas",
      "Payment Date;Amount;Supplier Name\n28.02.2015;1.234,56;A GmbH\n01.03.2015;-7,00;B GmbH\n",
      2,
      0,
      122_756,
    ],
    ["lakhs and crores", head + rows('"1,23,456.78"', '"12,34,56,789.00"', '"5,000.00"'), 3, 0, 12_358_524_578],
    ["Arabic digits", head + rows("١٢٣٫٤٥", "١٬٢٣٤٫٥٠", "٧٫٠٠"), 3, 0, 136_495],
    [
      "full-width digits",
      '支付日期,支付金额,供应商名称\n２０１５－０２－２８,１２３．４５,甲公司\n2015年3月1日,"１，２３４．５０",乙公司\n',
      2,
      0,
      135_795,
    ],
    [
      "tens of thousands of yuan",
      "支付日期,金额（万元）,收款单位\n2015年2月28日,1.5,甲公司\n2015年3月1日,0.03,乙公司\n",
      2,
      0,
      1_530_000,
    ],
    ["brackets, trailing minus, credits", head + rows('"(1,000.00)"', "2.00-", "1.00 CR", "5.00"), 4, 0, -99_800],
    ["typographic minus signs", head + rows("−2.00", "–1.00", "5.00"), 3, 0, 200],
    ["narrow spaces between thousands", head + rows("1\u00a0234.50", "2\u202f000.00"), 2, 0, 323_450],
    ["a sum without a word", `${head}${rows("1.00", "2.00")},3.00,,\n`, 2, 1, 300],
    ["notes below", `${head}${rows("1.00", "2.00")}"Source: ledger, subject to audit",,,\n`, 2, 1, 300],
    ["a quotation mark that nobody closed", `${head}28/02/2015,1.00,"PIPES LTD,A\n${rows("2.00", "4.00")}`, 2, 1, 600],
    [
      "two columns of one name",
      "Date,Amount,Supplier,Amount\n28/02/2015,1.00,A LTD,9.00\n01/03/2015,2.00,B LTD,9.00\n",
      2,
      0,
      300,
    ],
    [
      "errors and formulas of a spreadsheet",
      head + rows("########", '"=SUM(A1:A2)"', "1.5E+06", "1.00", "2.00", "3.00"),
      3,
      3,
      600,
    ],
    ["line ends of old Macs", (head + rows("1.00", "2.00")).replaceAll("\n", "\r"), 2, 0, 300],
  ])("%s", (_, text, accepted, apart, total) => {
    expect(reading(text)).toEqual({ accepted, apart, total });
  });

  it.each(["utf-16be", "windows-1252", "gb18030"])("in %s", (encoding) => {
    expect(reading(head + rows("£1.00", "£2.00"), encoding)).toEqual({ accepted: 2, apart: 0, total: 300 });
  });
});

describe("the currency that a list states", () => {
  const stated = (text: string, currency?: string) => {
    const table = readPaymentsTable(new TextEncoder().encode(text));
    const { mapping } = guessPayments(table, currency === undefined ? {} : { currency });
    if (mapping === undefined) throw new Error("the list cannot be mapped");
    // A mapping that names no currency must not take another country's money either.
    const { currency: _, ...unsaid } = mapping;
    return [mapping, unsaid]
      .map((each) => readPaymentRows(table, each))
      .map(({ currency, total }) => [currency, total]);
  };

  it.each([
    ["a sign in the name of the column", head.replace("Amount", "Amount ($)") + rows("1.00", "2.00"), "USD"],
    ["signs beside the amounts", head + rows("€1.00", "€2.00"), "EUR"],
    ["a column of its own", "Date,Amount,Currency,Supplier\n28/02/2015,1.00,INR,A\n01/03/2015,2.00,INR,B\n", "INR"],
  ])("is known from %s", (_, text, currency) => {
    expect(stated(text)).toEqual([
      [currency, 300],
      [currency, 300],
    ]);
  });

  it("is not known from bare numbers", () => {
    expect(stated(head + rows("1.00", "2.00"))).toEqual([
      [undefined, 300],
      [undefined, 300],
    ]);
  });

  it("is what a person says where several share a sign; other money stays apart", () => {
    expect(stated(head + rows("$1.00", "$2.00", "€4.00", "US$ 8.00", "USD 16.00"), "AUD")[0]).toEqual(["AUD", 300]);
  });
});
