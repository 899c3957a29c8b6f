import { describe, expect, it } from "vitest";
import { accountOf, admin, answers, clerk, newKey, scene, stranger } from "../testing/test-scene.ts";

const passkey = {
  ...newKey,
  scheme: "webauthn-p256",
  publicKey: `02${"ab".repeat(32)}`,
  account: clerk,
  fromHeight: 6,
};
const { keyId } = passkey;

describe("confirmKey", () => {
  answers("confirmKey", [
    ["KEY_UNKNOWN", admin, { keyId: accountOf(0x77) }],
    ["OTHER_ORGANISATION", stranger, { keyId: clerk }],
    ["OWN_KEY", admin, { keyId: admin }],
    ["KEY_CONFIRMED", admin, { keyId: clerk }],
    ["NOT_ALLOWED", clerk, { keyId: clerk }],
  ]);

  it("is said once of a passkey that waits, and not of one that has ended", () => {
    const { run } = scene();
    run(clerk, "registerKey", passkey);
    expect(run(admin, "confirmKey", { keyId })).toBe("ok");
    expect(run(admin, "confirmKey", { keyId })).toBe("KEY_CONFIRMED");
    const ended = scene();
    ended.run(clerk, "registerKey", passkey);
    ended.run(clerk, "revokeKey", { keyId, untilHeight: 6 });
    expect(ended.run(admin, "confirmKey", { keyId })).toBe("KEY_REVOKED");
  });
});
