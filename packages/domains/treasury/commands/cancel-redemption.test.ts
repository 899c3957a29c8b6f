import { describe } from "vitest";
import { bank, refuses } from "../testing/refusal-rows.ts";

describe("cancelRedemption", () => {
  refuses([["ORDER_UNKNOWN", bank, "cancelRedemption", { endToEndId: "none", reason: "AC01" }]]);
});
