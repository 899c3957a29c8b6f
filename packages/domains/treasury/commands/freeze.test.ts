import { describe } from "vitest";
import { refuses, regulator, unknown } from "../testing/refusal-rows.ts";

describe("freeze", () => {
  refuses([
    ["TRANCHE_UNKNOWN", regulator, "freeze", { target: { kind: "tranche", tranche: 77 } }],
    ["ACCOUNT_UNKNOWN", regulator, "freeze", { target: { kind: "account", account: unknown } }],
  ]);
});
