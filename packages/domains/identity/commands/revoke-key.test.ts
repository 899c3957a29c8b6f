import { describe, expect, it } from "vitest";
import { sealingKeyTable } from "../tables.ts";
import { accountOf, admin, answers, clerk, publicKey, scene, stranger } from "../testing/test-scene.ts";

describe("revokeKey", () => {
  answers("revokeKey", [
    ["KEY_UNKNOWN", clerk, { keyId: accountOf(0x77), untilHeight: 6 }],
    ["KEY_NOT_YOURS", clerk, { keyId: admin, untilHeight: 6 }],
    ["KEY_NOT_YOURS", stranger, { keyId: clerk, untilHeight: 6 }],
    ["HEIGHT_PAST", clerk, { keyId: clerk, untilHeight: 5 }],
  ]);

  it("lets an end be brought forward, so that nobody keeps a key alive by setting one far away", () => {
    const { run } = scene();
    expect(run(clerk, "revokeKey", { keyId: clerk, untilHeight: 9_000 })).toBe("ok");
    expect(run(admin, "revokeKey", { keyId: clerk, untilHeight: 9_001 })).toBe("KEY_REVOKED");
    expect(run(admin, "revokeKey", { keyId: clerk, untilHeight: 6 })).toBe("ok");
  });

  it("lets an administrator end a colleague's key, and anyone register a key for sealing", () => {
    const { state, run } = scene();
    expect(run(admin, "revokeKey", { keyId: clerk, untilHeight: 6 })).toBe("ok");
    expect(run(clerk, "registerSealingKey", { publicKey })).toBe("ok");
    expect(state.table(sealingKeyTable).find(clerk)).toEqual({ publicKey, fromHeight: 5 });
  });
});
