import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { describe, expect, it } from "vitest";
import { accountOf, admin, answers, clerk, colleague, dayMs, nowMs, scene } from "../testing/test-scene.ts";

describe("returnFromLeave", () => {
  answers("returnFromLeave", [
    ["NOT_ON_LEAVE", clerk, { account: clerk }],
    ["LEAVE_NOT_YOURS", colleague, { account: clerk }],
    ["ACTOR_UNKNOWN", admin, { account: accountOf(9) }],
  ]);

  it("is called back by an administrator, who alone can sign then", () => {
    const { state, run } = scene();
    run(clerk, "takeLeave", { account: clerk, untilMs: nowMs + dayMs });
    expect(run(clerk, "returnFromLeave", { account: clerk })).toBe("NOT_ALLOWED");
    expect(run(admin, "returnFromLeave", { account: clerk })).toBe("ok");
    expect(findActor(state, clerk, nowMs)?.roles).toEqual(["operator"]);
  });

  it("takes back the next leave, the earliest first", () => {
    const { state, run } = scene();
    for (const day of [5, 1]) {
      run(clerk, "takeLeave", { account: clerk, fromMs: nowMs + day * dayMs, untilMs: nowMs + (day + 1) * dayMs });
    }
    expect(run(clerk, "returnFromLeave", { account: clerk })).toBe("ok");
    expect(findActor(state, clerk, nowMs + dayMs)?.roles).toEqual(["operator"]);
    expect(findActor(state, clerk, nowMs + 5 * dayMs)?.roles).toEqual([]);
  });
});
