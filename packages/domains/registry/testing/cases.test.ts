import { accountOf, dayMs } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { dueTable } from "../tables.ts";
import {
  accepting,
  applying,
  caseOf,
  caseStages,
  entry,
  exit,
  part,
  reviewing,
  said,
  standingAt,
  waitOut,
} from "./test-case-stages.ts";
import { hill, keptScene, people, type TestScene } from "./test-scene.ts";

const { grid, clerk, citizen, stranger, reviewer, approver, leader, secretary } = people;

function at(stage: keyof typeof caseStages): TestScene {
  const scene = keptScene();
  caseStages[stage](scene);
  return scene;
}
const typesOf = (scene: TestScene) => scene.events.map(({ type }) => type);
const zoneMs = 8 * 60 * 60 * 1_000;
/** Whole days from the ledger's midnight before it until a stage is over. */
const daysGiven = (scene: TestScene, since: number, id = entry) =>
  ((caseOf(scene, id)?.dueMs ?? 0) + zoneMs) / dayMs - Math.floor((since + zoneMs) / dayMs);

describe("a case of entry", () => {
  it("goes by the policy's days from step to step, each until the end of its last day", () => {
    const days = (["applied", "checked", "passed", "noticed"] as const).map((stage) => {
      const scene = at(stage);
      return [stage, daysGiven(scene, scene.timeMs)];
    });
    expect(days).toEqual([
      ["applied", 4],
      ["checked", 6],
      ["passed", 6],
      ["noticed", 8],
    ]);
    const heard = at("heard");
    // The notice ends at a midnight, from which the days to decide are counted.
    expect(daysGiven(heard, heard.timeMs)).toBe(6);
  });

  it("that is accepted changes the file in the same act, and the household is monitored", () => {
    const scene = at("heard");
    expect(standingAt(scene)).toEqual({ case: entry });
    scene.must(approver, "decideCase", accepting);
    expect(typesOf(scene)).toEqual(["registry.partRecorded", "registry.caseMoved"]);
    expect(scene.household(hill.household)?.version).toBe(2);
    expect(standingAt(scene)).toEqual({ standing: "monitored", sinceMs: scene.timeMs });
    expect(scene.state.table(dueTable).size).toBe(0);
  });

  it("that is declined or withdrawn leaves the household free to apply again", () => {
    const declined = at("spokenAgainst");
    declined.must(leader, "decideCase", { ...said, outcome: "decline" });
    const withdrawn = at("noticed");
    withdrawn.must(citizen, "withdrawCase", { case: entry });
    for (const scene of [declined, withdrawn]) {
      expect(standingAt(scene)).toEqual({});
      expect(scene.run(citizen, "applyForEntry", { ...applying, case: accountOf(0x75) })).toBe("ok");
    }
  });

  it("that goes back to the village needs another notice", () => {
    const scene = at("heard");
    scene.must(leader, "decideCase", { ...said, outcome: "return" });
    scene.must(grid, "checkInVillage", said);
    scene.must(reviewer, "reviewCase", { ...reviewing, opinion: "against" });
    expect(scene.run(approver, "decideCase", accepting)).toBe("NOTICE_NEEDED");
  });

  it("is decided only after every objection has its answer, also that of a neighbour without a key", () => {
    const scene = at("objected");
    scene.must(clerk, "objectToCase", { ...said, onBehalf: true });
    waitOut(scene);
    scene.must(leader, "answerObjection", { ...said, objection: 0 });
    expect(scene.run(approver, "decideCase", accepting)).toBe("OBJECTIONS_OPEN");
    scene.must(grid, "answerObjection", { ...said, objection: 1 });
    expect(scene.run(approver, "decideCase", accepting)).toBe("ok");
    expect(caseOf(scene)?.objections).toEqual([
      { by: stranger.account, isAnswered: true },
      { by: clerk.account, isAnswered: true },
    ]);
  });

  it("is checked in the village by who answers for the household, wherever they belong", () => {
    const scene = at("applied");
    scene.must(leader, "assignResponsible", { account: secretary.account, households: [hill.household] });
    expect(scene.run(secretary, "checkInVillage", said)).toBe("ok");
  });

  it("of a household whose file has ended can still be withdrawn", () => {
    expect(at("caseOfClosed").run(clerk, "withdrawCase", said)).toBe("ok");
  });
});

describe("a case of exit", () => {
  it("is observed, then final: the household may apply again", () => {
    const scene = at("exiting");
    expect(standingAt(scene)).toMatchObject({ case: exit, standing: "observed" });
    expect(daysGiven(scene, scene.timeMs, exit)).toBe(181);
    waitOut(scene, exit);
    expect(caseOf(scene, exit)?.stage).toBe("accepted");
    expect(standingAt(scene)).toMatchObject({ standing: "left" });
    expect(scene.run(citizen, "applyForEntry", applying)).toBe("ok");
  });

  it("is taken back in one act with the file while it is observed", () => {
    const scene = at("exiting");
    scene.must(leader, "returnToMonitoring", { ...said, case: exit, part: { ...part, base: 2 } });
    expect(typesOf(scene)).toEqual(["registry.partRecorded", "registry.caseMoved"]);
    expect(standingAt(scene)).toEqual({ standing: "monitored", sinceMs: scene.timeMs });
    expect(scene.state.table(dueTable).size).toBe(0);
  });

  it("begins once a household was monitored for as many months as the policy asks", () => {
    const scene = at("monitored");
    const proposing = { case: exit, household: hill.household, content: said.content };
    scene.timeMs += 150 * dayMs;
    expect(scene.run(grid, "proposeExit", proposing)).toBe("MONITORED_SHORTLY");
    scene.timeMs += 40 * dayMs;
    expect(scene.run(grid, "proposeExit", proposing)).toBe("ok");
  });
});

describe("a reason of the comparison", () => {
  const settled = (who: (typeof people)[keyof typeof people], kind: string) =>
    keptScene().run(who, "settleReason", { household: hill.household, kind, content: said.content });

  it.each([
    ["answered", citizen],
    ["answered", clerk],
    ["checked", grid],
    ["fixed", clerk],
    ["ignored", clerk],
    ["ignored", leader],
  ])("is settled as %s", (kind, who) => {
    expect(settled(who, kind)).toBe("ok");
  });
});
