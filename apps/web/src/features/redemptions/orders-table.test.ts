import { writeTable } from "@mingbai/sdk/tables/write-table";
import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import { describe, expect, it } from "vitest";
import { ordersTable } from "./orders-table.ts";

const at = { transaction: "ab".repeat(32), height: 7, timeMs: 1 };
const row: RedemptionRow = {
  endToEndId: "DF-1",
  holder: { account: "00000000000000b2", name: '=HYPERLINK("x")', nature: "organisation" },
  fund: { id: "F", name: "助学金" },
  tranche: 3,
  voucher: null,
  destination: null,
  amountMinor: 123_456,
  state: "unlocked",
  release: null,
  reason: "AC04",
  bankReference: null,
  returnReference: null,
  payments: [],
  orderedBy: "00000000000000e1",
  ordered: at,
  released: null,
  ended: { ...at, timeMs: 2 },
};

describe("the exported list of orders", () => {
  it("has one line an order, amounts for machines, and no field that a spreadsheet would run", async () => {
    const table = ordersTable([row], {
      t: (key) => key,
      currency: { code: "CNY", decimals: 2 },
      state: ({ state }) => state,
      holder: ({ holder }) => holder.name,
      time: (timeMs) => `t${timeMs}`,
    });
    const csv = await (await writeTable(table, "csv")).text();
    const [head, line, end] = csv.split("\r\n");
    expect(head?.split(",")).toHaveLength(14);
    expect(line).toBe(`DF-1,"'=HYPERLINK(""x"")",助学金,3,1234.56,CNY,unlocked,AC04,t1,,t2,,,${at.transaction}`);
    expect(end).toBe("");
  });
});
