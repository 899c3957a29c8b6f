import { describe } from "vitest";
import { citizen, mine, refuses } from "../testing/refusal-rows.ts";

describe("returnExpired", () => {
  refuses([["TRANCHE_NOT_EXPIRED", citizen, "returnExpired", { from: mine, amount: 1 }]]);
});
