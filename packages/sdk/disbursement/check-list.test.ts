import { describe, expect, it } from "vitest";
import { agreesWithFile, checkList } from "./check-list.ts";
import { faultWords } from "./fault-words.ts";
import { type FaultCode, faultCodes, type ReadRow } from "./list-row.ts";

const right: ReadRow = {
  line: 2,
  payee: "0123456789abcdef",
  amount: 36_000,
  amountCell: "360.00",
  name: "卢桂枝",
  reference: "JZ-1",
  purpose: "取暖救助",
  bankAccount: "6217000012345678",
};

const approved = new Map([
  ["0123456789abcdef", 36_000],
  ["0123456789abcdee", undefined],
]);

describe("checkList", () => {
  it.each<[FaultCode, Partial<ReadRow>]>([
    ["PAYEE_MISSING", { payee: "" }],
    ["PAYEE_FORM", { payee: "0123456789abcde" }],
    ["PAYEE_FORM", { payee: "0000 0000 0000 0000" }],
    ["NAME_MISSING", { name: "" }],
    ["AMOUNT_FORM", { amount: undefined, amountCell: "三百" }],
    ["AMOUNT_NOT_POSITIVE", { amount: 0 }],
    ["AMOUNT_NOT_POSITIVE", { amount: -5 }],
    ["TEXT_TOO_LONG", { purpose: "长".repeat(201) }],
    ["ACCOUNT_FORM", { bankAccount: "6217 支行" }],
    ["NOT_ON_LIST", { payee: "1123456789abcdef" }],
    ["OVER_LIST_AMOUNT", { amount: 36_001 }],
  ])("holds back one row for %s and lets the others go", (code, wrong) => {
    const other = { ...right, line: 3, payee: "0123456789abcdee" };
    const { good, bad, pay } = checkList([{ ...right, ...wrong }, other], approved);
    expect(bad.map((fault) => [fault.row.line, fault.code])).toEqual([[2, code]]);
    expect([[...good].map(({ line }) => line), pay]).toEqual([[3], { count: 1, amount: 36_000 }]);
  });

  it("pays the same person for the same purpose once, however the account is spelt", () => {
    const again = { ...right, line: 9, payee: "0123 4567 89AB CDEF" };
    const other = { ...right, line: 10, purpose: "高龄津贴" };
    const { good, bad } = checkList([right, again, other]);
    expect([...good].map(({ line }) => line)).toEqual([2, 10]);
    expect(bad).toMatchObject([{ code: "ROW_DOUBLE", values: { first: 2 }, row: { line: 9 } }]);
  });

  it("does not count a row that is held back as the first of its kind", () => {
    const { good } = checkList([
      { ...right, amount: 0 },
      { ...right, line: 3 },
    ]);
    expect([...good].map(({ line }) => line)).toEqual([3]);
  });

  it("has words for every fault in both languages", () => {
    for (const code of faultCodes) {
      const fault = { row: right, field: "amount" as const, code, values: { most: 1, first: 1, length: 1, cell: "x" } };
      const { what, todo } = faultWords(fault, String);
      expect([what.en, what.zh, todo.en, todo.zh].every((text) => text !== "")).toBe(true);
    }
  });
});

describe("agreesWithFile", () => {
  it.each([
    ["no sums", undefined, undefined],
    ["both right", { amount: 100, count: 2 }, true],
    ["no count", { amount: 100, count: undefined }, true],
    ["another amount", { amount: 101, count: 2 }, false],
    ["another count", { amount: 100, count: 3 }, false],
  ] as const)("%s", (_, file, said) => {
    expect(agreesWithFile({ amount: 100, count: 2 }, file)).toBe(said);
  });
});
