import { describe } from "vitest";
import { accountOf, admin, answers, clerk, stranger } from "../testing/test-scene.ts";

const details = "d1".repeat(32);

describe("describePerson", () => {
  answers("describePerson", [
    ["ok", admin, { account: clerk, details }],
    ["ok", admin, { account: admin, details }],
    ["NOT_ALLOWED", clerk, { account: clerk, details }],
    ["OTHER_ORGANISATION", stranger, { account: clerk, details }],
    ["ACTOR_UNKNOWN", admin, { account: accountOf(9), details }],
    ["BODY_INVALID", admin, { account: clerk, details, name: "温如言" }],
  ]);
});
