import { describe } from "vitest";
import { importer, operator, refuses, unknown } from "../testing/refusal-rows.ts";
import { office } from "../testing/test-scene.ts";

describe("openAccounts", () => {
  refuses([
    ["ACCOUNT_EXISTS", operator, "openAccounts", { accounts: [{ account: office, kind: "office" }] }],
    ["ONLY_RECONSTRUCTION", importer, "openAccounts", { accounts: [{ account: unknown, kind: "person" }] }],
  ]);
});
