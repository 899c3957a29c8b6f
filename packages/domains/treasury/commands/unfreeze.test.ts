import { describe } from "vitest";
import { hex, refuses, regulator } from "../testing/refusal-rows.ts";

describe("unfreeze", () => {
  refuses([["VOUCHER_UNKNOWN", regulator, "unfreeze", { target: { kind: "voucher", voucher: hex("aa") } }]]);
});
