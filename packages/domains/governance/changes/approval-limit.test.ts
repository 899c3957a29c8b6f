import { findApprovalLimit, normalLimit } from "@mingbai/identity/reads/approval-limit";
import { approvalLimitNormally, approvalLimitWaitMs } from "@mingbai/identity/schema";
import { describe, expect, it } from "vitest";
import type { Change } from "../schema.ts";
import { people, scene } from "../testing/test-scene.ts";

function limits() {
  const made = scene();
  let base = 0;
  const decide = (value?: number): number => {
    const change: Change = {
      kind: "parameter",
      name: "identity.approvalLimit",
      organisation: "a",
      ...(value !== undefined && { value }),
    };
    made.vote(people.admin, made.propose(change, { base: base++ }));
    return made.now();
  };
  return { made, decide, limit: (timeMs: number) => findApprovalLimit(made.state, "a", timeMs) };
}

describe("an organisation's own approval limit", () => {
  it("has a default, which demo and retold ledgers do without", () => {
    expect(normalLimit({ demo: false, reconstruction: false })).toBe(approvalLimitNormally);
    expect(normalLimit({ demo: true, reconstruction: false })).toBeUndefined();
    expect(normalLimit({ demo: false, reconstruction: true })).toBeUndefined();
  });

  it("is stricter at once and laxer after 72 hours, not a moment earlier", () => {
    const { decide, limit } = limits();
    expect(limit(decide(500))).toBe(500);
    const after = decide(900) + approvalLimitWaitMs;
    expect([after - approvalLimitWaitMs, after - 1, after].map(limit)).toEqual([500, 500, 900]);
    const none = decide() + approvalLimitWaitMs;
    expect([none - 1, none].map(limit)).toEqual([500, undefined]);
  });

  it("that waits is taken back by deciding on the one in force", () => {
    const { made, decide, limit } = limits();
    decide(500);
    const after = decide() + approvalLimitWaitMs;
    made.wait(approvalLimitWaitMs - 1);
    decide(500);
    expect([after - 1, after, after * 2].map(limit)).toEqual([500, 500, 500]);
  });
});
