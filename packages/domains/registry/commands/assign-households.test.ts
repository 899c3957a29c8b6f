import { accountOf, dayMs } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { change, hill, keptScene, lake, people, ridge, startMs } from "../testing/test-scene.ts";

const { grid, grid2, leader, secretary } = people;
const post = { post: accountOf(0x50), kind: "firstSecretary", householdsMax: 10, untilMs: startMs + 700 * dayMs };
const inHill = { ...post, account: secretary.account, areas: ["hill"] };
const of = (account: string, ...households: string[]) => ({ assignments: [{ account, households }] });

function postedScene() {
  const scene = keptScene();
  scene.must(leader, "posts.givePost", inHill);
  return scene;
}

describe("assignHouseholds", () => {
  refuses("assignHouseholds", [
    ["HELPER_NOT_THERE", "kept", leader, of(grid.account, hill.household)],
    ["PERSON_ACCOUNT_UNKNOWN", "kept", leader, of(nobody, hill.household)],
    ["HOUSEHOLD_UNKNOWN", "kept", leader, of(grid.account, nobody)],
    ["HOUSEHOLD_ENDED", "closed", leader, of(grid.account, hill.household)],
    ["NOT_KEEPER", "kept", { ...leader, organisation: "bureau" }, of(grid.account, hill.household)],
    ["NOT_ALLOWED", "kept", grid, of(grid.account, hill.household)],
    ["BODY_INVALID", "kept", leader, { assignments: [] }],
    ["BODY_INVALID", "kept", leader, of(grid.account, hill.household, hill.household)],
    [
      "BODY_INVALID",
      "kept",
      leader,
      { assignments: [1, 2].map(() => of(grid.account, hill.household).assignments[0]) },
    ],
  ]);

  it("hands files over to people with a post there: the new one may what the old one could, who may no more", () => {
    const scene = postedScene();
    const outsider = { ...grid2, organisation: "bureau" };
    scene.must(leader, "assignResponsible", { account: outsider.account, households: [hill.household] });
    const opens = { purpose: "visit", households: [hill.household] };
    expect(scene.run(outsider, "openFiles", opens)).toBe("ok");
    expect(scene.run(secretary, "openFiles", opens)).toBe("NOT_ENTITLED");
    scene.must(leader, "assignHouseholds", of(secretary.account, hill.household, ridge.household));
    expect(scene.run(secretary, "openFiles", opens)).toBe("ok");
    expect(scene.run(secretary, "recordChanges", { changes: [change(ridge.household, 1)] })).toBe("ok");
    expect(scene.run(outsider, "openFiles", opens)).toBe("NOT_ENTITLED");
    expect(scene.run(outsider, "recordChanges", { changes: [change(hill.household, 1)] })).toBe("NOT_KEEPER");
  });

  it("takes nothing where one household of many is not theirs to help", () => {
    const scene = postedScene();
    const many = of(secretary.account, hill.household, lake.household);
    expect(scene.run(leader, "assignHouseholds", many)).toBe("HELPER_NOT_THERE");
    expect(scene.household(hill.household)?.responsible).toBeUndefined();
  });

  it("is no more for who held a post there", () => {
    const scene = postedScene();
    scene.timeMs = inHill.untilMs;
    expect(scene.run(leader, "assignHouseholds", of(secretary.account, hill.household))).toBe("HELPER_NOT_THERE");
  });
});
