import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { describe, expect, it } from "vitest";
import { accountOf, admin, answers, clerk, dayMs, nowMs, scene } from "../testing/test-scene.ts";

describe("withdrawRoles", () => {
  answers("withdrawRoles", [
    ["ROLE_NOT_HELD", admin, { account: clerk, roles: ["donor"] }],
    ["ROLE_NOT_HELD", admin, { account: clerk, roles: ["operator"], area: "elsewhere" }],
    ["ROLE_NOT_HELD", admin, { account: clerk, roles: ["operator"], deputyOf: admin }],
    ["LAST_ADMINISTRATOR", admin, { account: admin, roles: ["administrator"] }],
    ["NOT_ALLOWED", clerk, { account: clerk, roles: ["operator"] }],
  ]);

  it("takes what is to come, too", () => {
    const { state, run } = scene();
    run(admin, "grantRoles", { account: clerk, roles: ["reviewer"], fromMs: nowMs + dayMs });
    expect(run(admin, "withdrawRoles", { account: clerk, roles: ["reviewer", "operator"] })).toBe("ok");
    expect(findActor(state, clerk, nowMs + dayMs)?.roles).toEqual([]);
  });

  it("leaves no organisation to an administrator whose term ends", () => {
    const { run } = scene();
    const second = { account: accountOf(5), organisation: "bureau", roles: ["administrator"] };
    run(admin, "registerActor", { ...second, untilMs: nowMs + dayMs });
    const own = { account: admin, roles: ["administrator"] };
    expect(run(accountOf(5), "withdrawRoles", own)).toBe("LAST_ADMINISTRATOR");
    expect(run(admin, "grantRoles", { account: accountOf(5), roles: ["administrator"], fromMs: nowMs + dayMs })).toBe(
      "ok",
    );
    expect(run(accountOf(5), "withdrawRoles", own)).toBe("ok");
  });
});
