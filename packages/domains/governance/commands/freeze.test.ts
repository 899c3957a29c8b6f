import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { isTargetFrozen } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import { type FreezeTarget, freezeAgainWaitMs } from "../schema.ts";
import { account, answers, dayMs, office, people, type Scene, scene, words } from "../testing/test-scene.ts";

const { admin, adminB, adminC, adminD, regulator, regulatorC } = people;
const why = { reason: "other", words } as const;
const organisation = { kind: "organisation", organisation: "b" } as const;

/** The target is frozen already when the command comes. */
const frozenThen = (target: FreezeTarget, rest: CanonicalObject) => (made: Scene) => {
  made.freeze(target);
  return { target, ...rest };
};

describe("freeze", () => {
  answers("freeze", [
    ["ok", regulator, () => ({ target: account, ...why })],
    ["ok", regulator, () => ({ target: { kind: "fund", fund: 1 }, ...why })],
    ["ok", regulator, () => ({ target: organisation, ...why })],
    ["NOT_ALLOWED", admin, () => ({ target: account, ...why })],
    ["BODY_INVALID", regulator, () => ({ target: account, reason: "because", words })],
    ["BODY_INVALID", regulator, () => ({ target: account, reason: "other" })],
    ["ALREADY_FROZEN", regulator, frozenThen(account, why)],
    ["ALREADY_FROZEN", regulator, frozenThen(organisation, why)],
    ["OWN_STOP", regulator, () => ({ target: { ...organisation, organisation: "d" }, ...why })],
    ["NO_SUCH_ORGANISATION", regulator, () => ({ target: { ...organisation, organisation: "nobody" }, ...why })],
    ["FUND_UNKNOWN", regulator, () => ({ target: { kind: "fund", fund: 9 }, ...why })],
    ["TRANCHE_UNKNOWN", regulator, () => ({ target: { kind: "tranche", tranche: 7 }, ...why })],
    ["ACCOUNT_UNKNOWN", regulator, () => ({ target: { kind: "account", account: "00000000000000ff" }, ...why })],
    ["MANIFEST_UNKNOWN", regulator, () => ({ target: { kind: "manifest", manifest: "aa".repeat(32) }, ...why })],
  ]);

  it("stops at once, and lapses by itself where nobody confirms it", () => {
    const made = scene();
    made.freeze(account);
    expect(isTargetFrozen(made.state, account)).toBe(true);
    made.wait(3 * dayMs - 1);
    expect(isTargetFrozen(made.state, account)).toBe(true);
    made.wait(1);
    expect(isTargetFrozen(made.state, account)).toBe(false);
  });

  it("stays once the members have confirmed it, and only they lift it", () => {
    const made = scene();
    const proposal = made.freeze(account);
    expect(made.run(regulator, "vote", { proposal, choice: "for" }).code).toBe("OWN_MOTION");
    for (const who of [admin, adminB, adminC]) expect(made.vote(who, proposal)).toBe("ok");
    made.wait(100 * dayMs);
    expect(isTargetFrozen(made.state, account)).toBe(true);
    expect(made.run(regulator, "unfreeze", { target: account }).code).toBe("FREEZE_CONFIRMED");
    const lift = made.propose({ kind: "liftFreeze", target: account }, { base: 1 });
    for (const who of [admin, adminB, adminC]) made.vote(who, lift);
    expect(isTargetFrozen(made.state, account)).toBe(false);
    expect(made.freezes()).toEqual([]);
  });

  it("ends with the vote against it, and is not placed again at once", () => {
    const made = scene();
    const proposal = made.freeze(account);
    for (const who of [admin, adminB]) made.vote(who, proposal, "against");
    expect(isTargetFrozen(made.state, account)).toBe(false);
    const again = (who = regulator) => made.run(who, "freeze", { target: account, ...why }).code;
    expect([again(), again(regulatorC)]).toEqual(["FREEZE_SPENT", "FREEZE_SPENT"]);
    made.wait(freezeAgainWaitMs);
    expect(again()).toBe("ok");
  });

  it("of an organisation stops all that its people do, without a change of who votes", () => {
    const made = scene();
    const before = made.propose({ kind: "parameter", name: "workflow.passedDays", value: 9 });
    const proposal = made.freeze(organisation);
    expect(made.vote(adminB, before)).toBe("ORGANISATION_FROZEN");
    expect(made.run(adminB, "identity.takeLeave", {}).code).toBe("ORGANISATION_FROZEN");
    expect([admin, adminC].map((who) => made.vote(who, before))).toEqual(["ok", "ok"]);
    expect(made.isOpen(before)).toBe(true);
    made.must(regulator, "unfreeze", { target: organisation });
    expect(made.isOpen(proposal)).toBe(false);
    expect(made.vote(adminB, before)).toBe("ok");
  });

  it("of an organisation is voted on by the others", () => {
    const made = scene();
    const proposal = made.freeze(organisation);
    expect(made.vote(admin, proposal)).toBe("ok");
    made.vote(adminD, proposal);
    made.wait(100 * dayMs);
    expect(made.vote(adminB, proposal)).toBe("ORGANISATION_FROZEN");
  });

  it("of a fund stops all of its money", () => {
    const made = scene();
    const line = { kind: "deposit", reference: "D-1", valueDay: "2027-01-15", amount: 1_000, fund: 1 };
    made.must(people.bank, "treasury.bookBankLines", { bankAccount: "E-1", lines: [line] });
    made.freeze({ kind: "fund", fund: 1 });
    const from = { holder: office, fund: 1, tranche: 1 };
    const allocation = { from, to: office, amount: 10 };
    expect(made.run(people.finance, "treasury.allocate", allocation).code).toBe("FUND_FROZEN");
  });
});
