import { describe, expect, it } from "vitest";
import { unconfirmedKeyTable } from "../tables.ts";
import { accountOf, admin, answers, clerk, colleague, newKey, scene, stranger } from "../testing/test-scene.ts";

const passkey = { keyId: accountOf(0x97), scheme: "webauthn-p256", publicKey: `02${"ab".repeat(32)}` };

describe("registerKey", () => {
  answers("registerKey", [
    ["ACTOR_UNKNOWN", admin, { ...newKey, account: accountOf(9), fromHeight: 6 }],
    ["OTHER_ORGANISATION", admin, { ...newKey, account: stranger, fromHeight: 6 }],
    ["KEY_OF_OWNER", admin, { ...newKey, account: clerk, fromHeight: 6 }],
    ["KEY_OF_OWNER", colleague, { ...newKey, account: clerk, fromHeight: 6 }],
    ["KEY_EXISTS", clerk, { ...newKey, keyId: clerk, account: clerk, fromHeight: 6 }],
    ["KEY_MALFORMED", clerk, { ...newKey, scheme: "p256", account: clerk, fromHeight: 6 }],
    ["HEIGHT_PAST", clerk, { ...newKey, account: clerk, fromHeight: 5 }],
    ["ok", clerk, { ...newKey, account: clerk, fromHeight: 6 }],
  ]);

  it("takes a colleague's first key from an administrator, and no second, even after that one ended", () => {
    const { state, run } = scene();
    const account = accountOf(5);
    run(admin, "registerActor", { account, organisation: "bureau", roles: ["approver"] });
    expect(run(admin, "registerKey", { ...passkey, account, fromHeight: 6 })).toBe("ok");
    expect(state.table(unconfirmedKeyTable).size).toBe(0);
    expect(run(admin, "revokeKey", { keyId: passkey.keyId, untilHeight: 6 })).toBe("ok");
    expect(run(admin, "registerKey", { ...newKey, account, fromHeight: 6 })).toBe("KEY_OF_OWNER");
  });

  it("takes the first key of a new organisation's first administrator from another's, and no other there", () => {
    const { run } = scene();
    const [first, second] = [accountOf(5), accountOf(6)];
    run(admin, "registerOrganisation", { organisation: "new", name: { en: "N", zh: "新" } });
    run(admin, "registerActor", { account: first, organisation: "new", roles: ["administrator"] });
    expect(run(stranger, "registerKey", { ...newKey, account: first, fromHeight: 6 })).toBe("ok");
    run(first, "registerActor", { account: second, organisation: "new", roles: ["administrator"] });
    const key = { ...newKey, keyId: accountOf(0x96), account: second, fromHeight: 6 };
    expect(run(admin, "registerKey", key)).toBe("OTHER_ORGANISATION");
    expect(run(first, "registerKey", key)).toBe("ok");
  });

  it("has a passkey wait for an administrator's word, unless a passkey that counts added it", () => {
    const { state, run } = scene();
    const next = (number: number) => ({ ...passkey, keyId: accountOf(number), account: clerk, fromHeight: 6 });
    const waits = (number: number) => state.table(unconfirmedKeyTable).find(accountOf(number)) !== undefined;
    run(clerk, "registerKey", next(0x60));
    run(clerk, "registerKey", next(0x61), undefined, accountOf(0x60));
    expect([waits(0x60), waits(0x61)]).toEqual([true, true]);
    expect(run(admin, "confirmKey", { keyId: accountOf(0x60) })).toBe("ok");
    run(clerk, "registerKey", next(0x62), undefined, accountOf(0x60));
    run(clerk, "rotateKey", { ...passkey, keyId: accountOf(0x63), oldKeyId: accountOf(0x62), fromHeight: 6 });
    expect([waits(0x60), waits(0x62), waits(0x63)]).toEqual([false, false, true]);
  });
});
