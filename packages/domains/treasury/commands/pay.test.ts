import { describe } from "vitest";
import { citizen, expires, freezes, importer, ours, payment, refuses, unknown } from "../testing/refusal-rows.ts";
import { citizen2 } from "../testing/test-scene.ts";

describe("pay", () => {
  refuses([
    ["MANIFEST_NEEDED", importer, "pay", { ...payment, from: ours }],
    ["PAYEE_IS_PAYER", citizen, "pay", { ...payment, payee: citizen.account }],
    ["ACCOUNT_UNKNOWN", citizen, "pay", { ...payment, payee: unknown }],
    ["ACCOUNT_FROZEN", citizen, "pay", payment, freezes({ kind: "account", account: citizen2 })],
    ["TRANCHE_EXPIRED", citizen, "pay", payment, expires],
    ["BODY_INVALID", citizen, "pay", { ...payment, amount: 0 }],
    ["BODY_INVALID", citizen, "pay", { ...payment, amount: 2 ** 40 }],
    ["BODY_INVALID", citizen, "pay", { ...payment, extra: 1 }],
  ]);
});
