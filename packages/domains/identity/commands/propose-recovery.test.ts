import { describe, expect, it } from "vitest";
import { accountOf, admin, answers, clerk, newKey, nowMs, scene, stranger } from "../testing/test-scene.ts";

const proposal = { ...newKey, account: clerk };

describe("proposeRecovery", () => {
  answers("proposeRecovery", [
    ["ok", admin, proposal],
    ["NOT_ALLOWED", clerk, proposal],
    ["ACTOR_UNKNOWN", admin, { ...proposal, account: accountOf(9) }],
    ["OTHER_ORGANISATION", stranger, proposal],
    ["OWN_RECOVERY", admin, { ...proposal, account: admin }],
    ["KEY_EXISTS", admin, { ...proposal, keyId: clerk }],
    ["KEY_MALFORMED", admin, { ...proposal, scheme: "p256" }],
  ]);

  it("is not proposed twice", () => {
    const { run } = scene();
    run(admin, "proposeRecovery", proposal, nowMs);
    expect(run(admin, "proposeRecovery", { ...proposal, keyId: accountOf(0x98) })).toBe("RECOVERY_OPEN");
  });
});
