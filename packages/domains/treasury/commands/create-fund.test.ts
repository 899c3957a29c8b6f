import { describe } from "vitest";
import { finance, refuses, unknown } from "../testing/refusal-rows.ts";
import { citizen2, fund, office } from "../testing/test-scene.ts";

describe("createFund", () => {
  refuses([
    ["FUND_EXISTS", finance, "createFund", { fund, code: "F-1", office }],
    ["APPROVALS_TOO_FEW", finance, "createFund", { fund: 9, code: "F-9", office, approvalsNeeded: 1 }],
    ["ACCOUNT_UNKNOWN", finance, "createFund", { fund: 9, code: "F-9", office: unknown }],
    ["NOT_AN_OFFICE", finance, "createFund", { fund: 9, code: "F-9", office: citizen2 }],
  ]);
});
