import { roles } from "@mingbai/ledger/authority/role";
import { describe, expect, it } from "vitest";
import { accountOf, admin, clerk, colleague, newKey, scene, stranger } from "../testing/test-scene.ts";

const proposal = { ...newKey, account: clerk };

function proposed() {
  const made = scene();
  made.run(admin, "proposeRecovery", proposal);
  return made;
}

describe("stopRecovery", () => {
  it.each([
    [clerk, "ok"],
    [admin, "ok"],
    [colleague, "RECOVERY_NOT_YOURS"],
    [stranger, "RECOVERY_NOT_YOURS"],
  ])("by %s: %s", (account, code) => {
    expect(proposed().run(account, "stopRecovery", { account: clerk })).toBe(code);
  });

  it.each(roles)("by a %s of another organisation: only the regulator may", (role) => {
    const { run } = proposed();
    run(stranger, "registerActor", { account: accountOf(5), organisation: "street", roles: [role] });
    const code = run(accountOf(5), "stopRecovery", { account: clerk });
    expect(code).toBe(role === "regulator" ? "ok" : "RECOVERY_NOT_YOURS");
  });

  it("finds nothing to stop where nothing is under way", () => {
    const { run } = proposed();
    expect(run(clerk, "stopRecovery", { account: admin })).toBe("RECOVERY_UNKNOWN");
    run(clerk, "stopRecovery", { account: clerk });
    expect(run(clerk, "stopRecovery", { account: clerk })).toBe("RECOVERY_UNKNOWN");
  });
});
