import { lastRulesVersion, rulesVersionInForce, rulesVersionKnown } from "@mingbai/ledger/genesis/rules-version";
import { describe, expect, it } from "vitest";
import type { Change } from "../schema.ts";
import { people, scene, words } from "../testing/test-scene.ts";

const { admin, adminB, adminC, manager } = people;
const toVersion = (value: number): Change => ({ kind: "parameter", name: "ledger.rulesVersion", value });
const next = rulesVersionKnown + 1;

describe("the version of the ledger's rules", () => {
  it.each([0, rulesVersionKnown, next + 1])("goes from one to the next, not to %i", (value) => {
    const made = scene();
    const proposed = made.run(manager, "propose", { change: toVersion(value), base: 0, words });
    expect(proposed.outcome.refusal).toMatchObject({
      refused: "VALUE_OUT_OF_BOUNDS",
      detail: { min: next, max: next },
    });
  });

  it("is voted by the rule of rosters, and stops a program that does not know it with the next block", () => {
    const made = scene();
    const proposal = made.propose(toVersion(next));
    expect([made.vote(admin, proposal), made.vote(adminB, proposal)]).toEqual(["ok", "ok"]);
    expect(lastRulesVersion(made.state)).toBe(rulesVersionKnown);
    const { outcome } = made.must(adminC, "vote", { proposal, choice: "for" });
    expect(outcome.events.map(({ type }) => type)).toContain("governance.rulesVersionSet");
    expect(rulesVersionInForce(made.state, Number.MAX_SAFE_INTEGER)).toBe(next);
    expect(() => made.run(manager, "propose", { change: toVersion(next + 1), base: 1, words })).toThrow(
      "install the program that the other nodes run",
    );
  });
});
