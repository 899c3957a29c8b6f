import { describe } from "vitest";
import { admin, answers, clerk } from "../testing/test-scene.ts";

describe("grantRoles", () => {
  answers("grantRoles", [
    ["OWN_ROLES", admin, { account: admin, roles: ["donor"] }],
    ["ROLE_HELD", admin, { account: clerk, roles: ["operator"] }],
    ["ROLES_EXCLUDE", admin, { account: clerk, roles: ["regulator"] }],
    ["NOT_ALLOWED", clerk, { account: clerk, roles: ["donor"] }],
  ]);
});
