import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { describe, expect, it } from "vitest";
import { absenceMsMax } from "../schema.ts";
import { accountOf, admin, answers, clerk, colleague, dayMs, nowMs, scene, stranger } from "../testing/test-scene.ts";

const untilMs = nowMs + 10 * dayMs;
const deputy = { account: colleague, deputyOf: clerk, roles: ["operator"], untilMs };

describe("appointDeputy", () => {
  answers("appointDeputy", [
    ["NOT_ALLOWED", clerk, deputy],
    ["ACTOR_UNKNOWN", admin, { ...deputy, account: accountOf(9) }],
    ["OTHER_ORGANISATION", admin, { ...deputy, account: stranger }],
    ["OTHER_ORGANISATION", admin, { ...deputy, deputyOf: stranger }],
    ["SAME_PERSON", admin, { ...deputy, deputyOf: colleague }],
    ["OWN_ROLES", admin, { ...deputy, account: admin }],
    ["ROLE_PERSONAL", admin, { ...deputy, roles: ["operator", "donor"] }],
    ["BODY_INVALID", admin, { ...deputy, untilMs: undefined }],
    ["TERM_WRONG", admin, { ...deputy, untilMs: nowMs }],
    ["TERM_WRONG", admin, { ...deputy, untilMs: nowMs + absenceMsMax + 1 }],
    ["ROLE_NOT_HELD", admin, { ...deputy, roles: ["approver"] }],
    ["ROLES_EXCLUDE", admin, { ...deputy, deputyOf: admin, roles: ["administrator"] }],
    ["ok", admin, deputy],
  ]);

  it("lets the deputy act only while the other is away, and the other only while not", () => {
    const { state, run } = scene();
    run(admin, "appointDeputy", { ...deputy, fromMs: nowMs + 2 * dayMs });
    run(clerk, "takeLeave", { account: clerk, fromMs: nowMs + dayMs, untilMs: nowMs + 4 * dayMs });
    const at = (day: number) => [clerk, colleague].map((one) => findActor(state, one, nowMs + day * dayMs)?.roles);
    expect(at(0)).toEqual([["operator"], ["reviewer"]]);
    expect(at(1)).toEqual([[], ["reviewer"]]);
    expect(at(2)).toEqual([[], ["reviewer", "operator"]]);
    expect(at(4)).toEqual([["operator"], ["reviewer"]]);
    run(admin, "withdrawRoles", { account: clerk, roles: ["operator"] });
    expect(at(2)).toEqual([[], ["reviewer"]]);
  });

  it("refuses a deputy who is away themselves or has the role already, and a chain of deputies", () => {
    const { state, run } = scene();
    run(admin, "takeLeave", { account: colleague, fromMs: untilMs - 1, untilMs: untilMs + dayMs });
    expect(run(admin, "appointDeputy", deputy)).toBe("DEPUTY_AWAY");
    const earlier = { ...deputy, untilMs: untilMs - 1 };
    expect(run(admin, "appointDeputy", earlier)).toBe("ok");
    expect(run(admin, "appointDeputy", earlier)).toBe("ROLE_HELD");
    const third = { account: accountOf(5), organisation: "bureau", roles: ["analyst"] };
    run(admin, "registerActor", third);
    expect(run(admin, "appointDeputy", { ...earlier, account: third.account, deputyOf: colleague })).toBe(
      "ROLE_NOT_HELD",
    );
    run(admin, "grantRoles", { account: third.account, roles: ["operator"] });
    expect(run(admin, "appointDeputy", { ...earlier, account: third.account })).toBe("ROLE_HELD");
    expect(findActor(state, third.account, nowMs)?.roles).toEqual(["analyst", "operator"]);
  });

  it("counts against the groups from the appointment on, and is taken back by name", () => {
    const { run } = scene();
    run(admin, "registerActor", { account: accountOf(5), organisation: "bureau", roles: ["donor"] });
    run(admin, "appointDeputy", { ...deputy, account: accountOf(5) });
    const audit = { account: accountOf(5), roles: ["auditor"] };
    expect(run(admin, "grantRoles", audit)).toBe("ROLES_EXCLUDE");
    expect(run(admin, "withdrawRoles", { account: accountOf(5), roles: ["operator"], deputyOf: clerk })).toBe("ok");
    expect(run(admin, "grantRoles", audit)).toBe("ok");
  });
});
