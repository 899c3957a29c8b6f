import { keyTable } from "@mingbai/ledger/authority/key";
import { describe, expect, it } from "vitest";
import { answers, clerk, newKey, scene, stranger } from "../testing/test-scene.ts";

describe("rotateKey", () => {
  answers("rotateKey", [["KEY_NOT_YOURS", stranger, { ...newKey, oldKeyId: clerk, fromHeight: 6 }]]);

  it("rotates a key at one height: the old one counts until then, the new one from there", () => {
    const { state, run } = scene();
    expect(run(clerk, "rotateKey", { ...newKey, oldKeyId: clerk, fromHeight: 9 })).toBe("ok");
    expect(state.table(keyTable).find(clerk)?.untilHeight).toBe(9);
    expect(state.table(keyTable).find(newKey.keyId)).toMatchObject({ account: clerk, fromHeight: 9 });
    expect(run(clerk, "revokeKey", { keyId: clerk, untilHeight: 20 })).toBe("KEY_REVOKED");
  });
});
