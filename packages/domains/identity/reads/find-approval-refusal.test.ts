import { keyTable } from "@mingbai/ledger/authority/key";
import { describe, expect, it } from "vitest";
import { recoveryCautionMs, recoveryWaitMs } from "../schema.ts";
import { accountOf, admin, clerk, limitTo, newKey, nowMs, scene, stranger } from "../testing/test-scene.ts";
import { findApprovalRefusal } from "./find-approval-refusal.ts";

const limit = 1_000;
const passkey = { ...newKey, scheme: "webauthn-p256", publicKey: `02${"ab".repeat(32)}` };
const { keyId } = passkey;

function limited() {
  const made = scene();
  limitTo(made.state, limit);
  const judge = (amount: number, key = clerk, timeMs = nowMs) => {
    const actor = { account: clerk, organisation: "bureau", roles: [], keyId: key };
    return findApprovalRefusal({ state: made.state, actor, moment: { height: 9, timeMs } }, amount);
  };
  return { ...made, judge };
}

describe("an approval above the limit", () => {
  it("needs a passkey, and one that the owner did not add alone", () => {
    const { run, judge } = limited();
    expect(judge(limit)).toBeUndefined();
    expect(judge(limit + 1)).toEqual({ refused: "PASSKEY_NEEDED", detail: { amount: limit + 1, limit } });
    expect(judge(limit + 1, accountOf(0x77))?.refused).toBe("PASSKEY_NEEDED");
    run(clerk, "registerKey", { ...passkey, account: clerk, fromHeight: 6 });
    expect(judge(limit + 1, keyId)?.refused).toBe("PASSKEY_UNCONFIRMED");
    expect(judge(limit, keyId)).toBeUndefined();
    run(admin, "confirmKey", { keyId });
    expect(judge(limit + 1, keyId)).toBeUndefined();
    expect(judge(limit + 1)?.refused).toBe("PASSKEY_NEEDED");
  });

  it("is refused for 7 days after a recovery took effect, to the moment, whatever the key", () => {
    const { state, run, pass, judge } = limited();
    run(admin, "proposeRecovery", { ...passkey, account: clerk });
    run(stranger, "approveRecovery", { account: clerk, keyId });
    const doneMs = nowMs + recoveryWaitMs;
    pass({ height: 7, timeMs: doneMs });
    expect(state.table(keyTable).find(keyId)?.account).toBe(clerk);
    const untilMs = doneMs + recoveryCautionMs;
    const refusal = { refused: "RECOVERED_LATELY", detail: { limit, untilMs } };
    expect([doneMs, untilMs - 1].map((timeMs) => judge(limit + 1, keyId, timeMs))).toEqual([refusal, refusal]);
    expect(judge(limit, keyId, doneMs)).toBeUndefined();
    expect(judge(limit + 1, keyId, untilMs)).toBeUndefined();
  });

  it("is not held up by a recovery that was stopped", () => {
    const { run, pass, judge } = limited();
    run(clerk, "registerKey", { ...passkey, account: clerk, fromHeight: 6 });
    run(admin, "confirmKey", { keyId });
    run(admin, "proposeRecovery", { ...passkey, keyId: accountOf(0x98), account: clerk });
    run(stranger, "approveRecovery", { account: clerk, keyId: accountOf(0x98) });
    run(clerk, "stopRecovery", { account: clerk });
    pass({ height: 7, timeMs: nowMs + recoveryWaitMs });
    expect(judge(limit + 1, keyId, nowMs + recoveryWaitMs)).toBeUndefined();
  });
});
