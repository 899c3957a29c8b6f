import { countyPolicy } from "@mingbai/registry/content/policy/county/county-policy";
import { policyInForce, policyOf } from "@mingbai/registry/reads";
import { describe, expect, it } from "vitest";
import type { Change } from "../schema.ts";
import { people, scene, words } from "../testing/test-scene.ts";

const { manager, admin, adminB, adminC } = people;
const next = (changed: Partial<typeof countyPolicy> = {}): Change => ({
  kind: "entryPolicy",
  policy: { ...countyPolicy, version: 2, days: { ...countyPolicy.days, publicNotice: 5 }, ...changed },
});
const notMoney = { kind: "houseArea", words: { en: "floor area", zh: "住房面积" } };
const [condition] = countyPolicy.conditions;

describe("a policy of entry and exit", () => {
  it("is in force with the members' vote, and those before it stay known", () => {
    const ledger = scene();
    const proposal = ledger.propose(next());
    for (const who of [admin, adminB]) ledger.vote(who, proposal);
    expect(policyInForce(ledger.state)).toEqual(countyPolicy);
    expect(ledger.vote(adminC, proposal)).toBe("ok");
    expect(policyInForce(ledger.state)).toMatchObject({ version: 2, days: { publicNotice: 5, review: 5 } });
    expect(policyOf(ledger.state, 1)).toEqual(countyPolicy);
  });

  it.each([
    ["POLICY_VERSION", next({ version: 3 })],
    ["POLICY_VERSION", next({ version: 1 })],
    ["POLICY_FAULT", next({ conditions: condition === undefined ? [] : [{ ...condition, when: "h.nothing > 1" }] })],
    ["POLICY_FAULT", next({ formula: { ...countyPolicy.formula, deducts: [notMoney] } })],
    ["BODY_INVALID", next({ incomeLine: 0 })],
  ])("is refused: %s (%#)", (code, change) => {
    expect(scene().run(manager, "propose", { change, base: 0, words }).code).toBe(code);
  });
});
