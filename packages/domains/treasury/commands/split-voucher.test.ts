import { describe } from "vitest";
import { citizen, hex, refuses } from "../testing/refusal-rows.ts";

describe("splitVoucher", () => {
  refuses([["VOUCHER_UNKNOWN", citizen, "splitVoucher", { voucher: hex("aa"), amount: 1 }]]);
});
