import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { describe, expect, it } from "vitest";
import { absenceMsMax } from "../schema.ts";
import { accountOf, admin, answers, clerk, colleague, dayMs, nowMs, scene, stranger } from "../testing/test-scene.ts";

const leave = { account: clerk, untilMs: nowMs + dayMs };

describe("takeLeave", () => {
  answers("takeLeave", [
    ["ok", clerk, leave],
    ["ok", admin, leave],
    ["ACTOR_UNKNOWN", clerk, { ...leave, account: accountOf(9) }],
    ["LEAVE_NOT_YOURS", colleague, leave],
    ["LEAVE_NOT_YOURS", stranger, leave],
    ["TERM_WRONG", clerk, { ...leave, fromMs: nowMs - 1 }],
    ["TERM_WRONG", clerk, { ...leave, untilMs: nowMs + absenceMsMax + 1 }],
    ["LAST_ADMINISTRATOR", admin, { account: admin, untilMs: nowMs + dayMs }],
  ]);

  it("lets offices rest and leaves what is one's own", () => {
    const { state, run } = scene();
    run(admin, "grantRoles", { account: clerk, roles: ["individual"] });
    run(clerk, "takeLeave", leave);
    expect(findActor(state, clerk, nowMs)?.roles).toEqual(["individual"]);
    expect(findActor(state, clerk, nowMs + dayMs)?.roles).toEqual(["operator", "individual"]);
    expect(run(clerk, "takeLeave", { ...leave, fromMs: nowMs + dayMs - 1 })).toBe("LEAVE_OVERLAPS");
  });

  it("never leaves an organisation with its last administrator away, now or later", () => {
    const { run } = scene();
    const second = { account: accountOf(5), organisation: "bureau", roles: ["administrator"] };
    run(admin, "registerActor", second);
    const away = { account: admin, fromMs: nowMs + dayMs, untilMs: nowMs + 3 * dayMs };
    expect(run(admin, "takeLeave", away)).toBe("ok");
    const overlapping = { account: second.account, fromMs: nowMs + 3 * dayMs - 1, untilMs: nowMs + 4 * dayMs };
    expect(run(admin, "takeLeave", overlapping)).toBe("LAST_ADMINISTRATOR");
    expect(run(admin, "takeLeave", { ...overlapping, fromMs: nowMs + 3 * dayMs })).toBe("ok");
    expect(run(admin, "withdrawRoles", { account: second.account, roles: ["administrator"] })).toBe(
      "LAST_ADMINISTRATOR",
    );
  });

  it("keeps only so many leaves", () => {
    const { run } = scene();
    const codes = Array.from({ length: 17 }, (_, day) =>
      run(clerk, "takeLeave", {
        account: clerk,
        fromMs: nowMs + (day + 1) * dayMs,
        untilMs: nowMs + (day + 1) * dayMs + 1,
      }),
    );
    expect(codes.at(-1)).toBe("TOO_MANY_GRANTS");
  });
});
