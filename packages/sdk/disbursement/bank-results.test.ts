import { describe, expect, it } from "vitest";
import { createClient } from "../client.ts";
import { withBankResults } from "./bank-results.ts";
import type { RowResult } from "./result-file.ts";

const row = { line: 2, payee: "0123456789abcdef", amount: 5, name: "卢桂枝", reference: "", purpose: "" };
const accepted = (payment: string, bankAccount: string): RowResult => ({
  row: { ...row, bankAccount },
  code: "ACCEPTED",
  payment,
});

describe("withBankResults", () => {
  it("asks nothing where the bank pays nothing", async () => {
    const asked = createClient({
      url: "http://localhost",
      fetch: () => Promise.reject(new TypeError("nothing is to be asked")),
    });
    const results = [accepted("aa-0", ""), { ...accepted("", "62170001"), code: "NOT_SENT" as const }];
    expect(await withBankResults(asked, results)).toEqual(results);
  });
});
