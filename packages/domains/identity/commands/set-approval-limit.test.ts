import { describe, expect, it } from "vitest";
import { findApprovalLimit, normalLimit } from "../reads/approval-limit.ts";
import { approvalLimitNormally, approvalLimitWaitMs } from "../schema.ts";
import { admin, answers, clerk, configuration, nowMs, scene } from "../testing/test-scene.ts";

const afterWait = nowMs + approvalLimitWaitMs;

function limits() {
  const { state, run } = scene();
  return { run, limit: (timeMs = nowMs) => findApprovalLimit(state, "bureau", timeMs) };
}

describe("setApprovalLimit", () => {
  answers("setApprovalLimit", [
    ["ok", admin, {}],
    ["ok", admin, { amount: 0 }],
    ["NOT_ALLOWED", clerk, { amount: 1 }],
    ["BODY_INVALID", admin, { amount: -1 }],
  ]);

  it("has a default, which demo and retold ledgers do without", () => {
    expect(limits().limit()).toBe(approvalLimitNormally);
    expect(normalLimit({ ...configuration, demo: true })).toBeUndefined();
    expect(normalLimit({ ...configuration, reconstruction: true })).toBeUndefined();
  });

  it("is stricter at once and laxer after 72 hours, not a moment earlier", () => {
    const { run, limit } = limits();
    run(admin, "setApprovalLimit", { amount: 500 });
    expect(limit()).toBe(500);
    run(admin, "setApprovalLimit", { amount: 900 });
    expect([nowMs, afterWait - 1, afterWait].map(limit)).toEqual([500, 500, 900]);
    run(admin, "setApprovalLimit", {});
    expect([afterWait - 1, afterWait].map(limit)).toEqual([500, undefined]);
  });

  it("that waits is taken back by saying the one in force, and not by waiting with a higher one", () => {
    const { run, limit } = limits();
    run(admin, "setApprovalLimit", { amount: 500 });
    run(admin, "setApprovalLimit", {});
    run(admin, "setApprovalLimit", { amount: 500 }, afterWait - 1);
    expect([afterWait - 1, afterWait, afterWait * 2].map(limit)).toEqual([500, 500, 500]);
  });
});
