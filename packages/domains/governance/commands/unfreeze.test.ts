import { isTargetFrozen } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import { account, answers, people, type Scene, scene } from "../testing/test-scene.ts";

const { admin, regulator, regulatorC } = people;
const frozen = (made: Scene) => {
  made.freeze(account);
  return { target: account };
};

describe("unfreeze", () => {
  answers("unfreeze", [
    ["ok", regulator, frozen],
    ["ok", regulatorC, frozen],
    ["NOT_FROZEN", regulator, () => ({ target: account })],
    ["NOT_ALLOWED", admin, frozen],
  ]);

  it("ends the vote on the freeze, and lets the same be frozen again", () => {
    const made = scene();
    const proposal = made.freeze(account);
    made.must(regulator, "unfreeze", { target: account });
    expect([isTargetFrozen(made.state, account), made.isOpen(proposal)]).toEqual([false, false]);
    expect(made.vote(admin, proposal)).toBe("PROPOSAL_CLOSED");
    expect(made.isOpen(made.freeze(account))).toBe(true);
  });
});
