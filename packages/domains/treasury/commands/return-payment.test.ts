import { describe } from "vitest";
import { finance, ours, refuses } from "../testing/refusal-rows.ts";

describe("returnPayment", () => {
  refuses([["NOTHING_TO_RETURN_TO", finance, "returnPayment", { from: ours, amount: 1 }]]);
});
