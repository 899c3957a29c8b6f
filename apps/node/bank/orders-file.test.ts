import { readPain001 } from "@mingbai/iso20022/pain001";
import type { BankOrder } from "@mingbai/treasury/views/bank";
import { describe, expect, it } from "vitest";
import { ordersFile } from "./orders-file.ts";

const money = { currency: "CNY", decimals: 2 };
const debtor = { name: "澜湾区财政局", account: "ESCROW-1" };
const order = (endToEndId: string, bankAccount: string | null = "6217"): BankOrder => ({
  endToEndId,
  amountMinor: 1_234,
  holder: "00000000000000a1",
  creditor: { name: "晨光", bankAccount },
  fund: { id: "F-1", name: "" },
  releasedMs: 1_800_000_000_000,
});

describe("a file of orders", () => {
  it("is the same message for the same orders, in whatever order they come", () => {
    const one = ordersFile([order("E-1"), order("E-2")], { debtor, money });
    const other = ordersFile([order("E-2"), order("E-1")], { debtor, money });
    expect(one).toEqual(other);
    expect(readPain001(one.file ?? new Uint8Array(), money)).toMatchObject({
      debtor,
      orders: [{ endToEndId: "E-1", amount: 1_234 }, { endToEndId: "E-2" }],
    });
    expect(ordersFile([order("E-1")], { debtor, money }).file).not.toEqual(one.file);
  });

  it("leaves out and names what has no bank account", () => {
    const some = ordersFile([order("E-1"), order("E-2", null)], { debtor, money });
    expect(some).toMatchObject({ included: 1, without: ["E-2"] });
    expect(ordersFile([order("E-2", null)], { debtor, money })).toEqual({
      file: undefined,
      included: 0,
      without: ["E-2"],
    });
  });
});
