import { describe, expect, it } from "vitest";
import { recoveryWaitMs } from "../schema.ts";
import { recoveryTable } from "../tables.ts";
import { accountOf, admin, clerk, newKey, nowMs, scene, stranger } from "../testing/test-scene.ts";

const proposal = { ...newKey, account: clerk };
const approval = { account: clerk, keyId: newKey.keyId };

describe("approveRecovery", () => {
  it("takes an administrator of another organisation, who names the key", () => {
    const { state, run } = scene();
    expect(run(stranger, "approveRecovery", approval)).toBe("RECOVERY_UNKNOWN");
    run(admin, "proposeRecovery", proposal);
    run(admin, "registerActor", { account: accountOf(5), organisation: "bureau", roles: ["administrator"] });
    expect(run(accountOf(5), "approveRecovery", approval)).toBe("OWN_RECOVERY");
    expect(run(admin, "approveRecovery", approval)).toBe("OWN_RECOVERY");
    expect(run(clerk, "approveRecovery", approval)).toBe("NOT_ALLOWED");
    expect(run(stranger, "approveRecovery", { ...approval, keyId: accountOf(0x98) })).toBe("RECOVERY_KEY_DIFFERS");
    expect(run(stranger, "approveRecovery", approval)).toBe("ok");
    expect(state.table(recoveryTable).find(clerk)?.effectMs).toBe(nowMs + recoveryWaitMs);
    expect(run(stranger, "approveRecovery", approval)).toBe("RECOVERY_APPROVED");
  });
});
