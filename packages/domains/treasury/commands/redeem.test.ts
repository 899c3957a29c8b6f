import { describe } from "vitest";
import { citizen, finance, mine, ordered, ours, refuses } from "../testing/refusal-rows.ts";

describe("redeem", () => {
  refuses([
    ["ORDER_EXISTS", citizen, "redeem", { from: mine, amount: 1, endToEndId: "E" }, ordered],
    ["SHARE_EXCEEDED", finance, "redeem", { from: ours, amount: 1, endToEndId: "F" }],
  ]);
});
