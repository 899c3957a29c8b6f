import { describe } from "vitest";
import { admin, answers, clerk } from "../testing/test-scene.ts";

describe("withdrawRoles", () => {
  answers("withdrawRoles", [
    ["ROLE_NOT_HELD", admin, { account: clerk, roles: ["donor"] }],
    ["LAST_ADMINISTRATOR", admin, { account: admin, roles: ["administrator"] }],
  ]);
});
