import { isInForce, keyTable } from "@mingbai/ledger/authority/key";
import { describe, expect, it } from "vitest";
import { recoveryOpenMsMax, recoveryWaitMs } from "../schema.ts";
import { recoveryTable } from "../tables.ts";
import { accountOf, admin, clerk, newKey, nowMs, publicKey, scene, stranger } from "../testing/test-scene.ts";
import { recoveryDeadlines } from "./recovery-deadlines.ts";

const proposal = { ...newKey, account: clerk };

function approved() {
  const made = scene();
  made.run(admin, "proposeRecovery", proposal);
  made.run(stranger, "approveRecovery", { account: clerk, keyId: newKey.keyId });
  return made;
}

describe("a recovery", () => {
  it("lets the new key take over from all old ones after 72 hours, and not a moment earlier", () => {
    const { state, run, pass } = approved();
    const second = { keyId: accountOf(0x55), scheme: "ed25519", publicKey, account: clerk };
    expect(run(clerk, "registerKey", { ...second, fromHeight: 9_000 })).toBe("ok");
    expect(recoveryDeadlines.next(state)).toBe(nowMs + recoveryWaitMs);
    pass({ height: 6, timeMs: nowMs + recoveryWaitMs - 1 });
    expect(state.table(recoveryTable).size).toBe(1);
    pass({ height: 7, timeMs: nowMs + recoveryWaitMs });
    expect(state.table(recoveryTable).size).toBe(0);
    const counts = (keyId: string, height: number) => {
      const key = state.table(keyTable).find(keyId);
      return key !== undefined && isInForce(key, height);
    };
    expect([7, 8].map((height) => [counts(clerk, height), counts(newKey.keyId, height)])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(counts(second.keyId, 9_000)).toBe(false);
    expect(recoveryDeadlines.next(state)).toBeUndefined();
  });

  it("ends a key, too, whose end was set far away", () => {
    const { state, run, pass } = approved();
    run(clerk, "revokeKey", { keyId: clerk, untilHeight: 9_000 });
    pass({ height: 7, timeMs: nowMs + recoveryWaitMs });
    expect(state.table(keyTable).find(clerk)?.untilHeight).toBe(8);
  });

  it("does nothing once it was stopped", () => {
    const { state, run, pass } = approved();
    run(clerk, "stopRecovery", { account: clerk });
    pass({ height: 7, timeMs: nowMs + recoveryWaitMs });
    expect(state.table(keyTable).find(newKey.keyId)).toBeUndefined();
  });

  it("is forgotten where nobody approves, and lapses where the key's number was taken meanwhile", () => {
    const open = scene();
    open.run(admin, "proposeRecovery", proposal);
    open.pass({ height: 7, timeMs: nowMs + recoveryOpenMsMax });
    expect(open.state.table(recoveryTable).size).toBe(0);
    const taken = approved();
    taken.run(admin, "registerKey", { ...newKey, account: admin, fromHeight: 6 });
    taken.pass({ height: 7, timeMs: nowMs + recoveryWaitMs });
    expect(taken.state.table(keyTable).find(newKey.keyId)?.account).toBe(admin);
    expect(taken.done.at(-1)?.data).toEqual({ account: clerk, outcome: "lapsed" });
    expect(taken.state.table(keyTable).find(clerk)?.untilHeight).toBeUndefined();
  });
});
