import type { Number64 } from "@mingbai/codec/number64";
import { accountOf, hex } from "@mingbai/identity/testing/test-ledger";
import { caseTable, standingTable } from "../tables.ts";
import { hill, people, type TestScene } from "./test-scene.ts";

const { grid, reviewer, clerk, citizen, stranger, approver, leader, chief } = people;
export const entry = accountOf(0x70);
export const exit = accountOf(0x71);
export const said = { case: entry, content: hex("d1") };
export const applying = { ...said, household: hill.household, channel: "own" };
export const part = { base: 1, content: hex("d2") };
export const accepting = { ...said, outcome: "accept", part };
export const reviewing = { ...said, opinion: "for" };

export const caseOf = (scene: TestScene, id: Number64 = entry) => scene.state.table(caseTable).find(id);
export const standingAt = (scene: TestScene) => scene.state.table(standingTable).find(hill.household);

/** Until the case's stage is over by itself, or its time has run out. */
export function waitOut(scene: TestScene, id: Number64 = entry): void {
  scene.wait(caseOf(scene, id)?.dueMs ?? 0);
}

/** Where a case of the hill's household stands; each begins where households are kept. `exiting`: one that has left and is observed. */
export const caseStages = {
  applied: (scene: TestScene) => scene.must(citizen, "applyForEntry", applying),
  checked: (scene: TestScene) => {
    caseStages.applied(scene);
    scene.must(grid, "checkInVillage", said);
  },
  passed: (scene: TestScene) => {
    caseStages.checked(scene);
    scene.must(reviewer, "reviewCase", reviewing);
  },
  noticed: (scene: TestScene) => {
    caseStages.passed(scene);
    scene.must(clerk, "openNotice", said);
  },
  objected: (scene: TestScene) => {
    caseStages.noticed(scene);
    scene.must(stranger, "objectToCase", said);
  },
  heard: (scene: TestScene) => {
    caseStages.noticed(scene);
    waitOut(scene);
  },
  unheard: (scene: TestScene) => {
    caseStages.objected(scene);
    waitOut(scene);
  },
  spokenAgainst: (scene: TestScene) => {
    caseStages.checked(scene);
    scene.must(reviewer, "reviewCase", { ...reviewing, opinion: "against" });
  },
  monitored: (scene: TestScene) => {
    caseStages.heard(scene);
    scene.must(approver, "decideCase", accepting);
  },
  exiting: (scene: TestScene) => {
    const about = { case: exit, content: hex("d3") };
    scene.must(grid, "proposeExit", { ...about, household: hill.household });
    scene.must(grid, "checkInVillage", about);
    scene.must(reviewer, "reviewCase", { ...about, opinion: "for" });
    scene.must(clerk, "openNotice", about);
    waitOut(scene, exit);
    scene.must(leader, "decideCase", { ...about, outcome: "accept", part: { base: 1, content: hex("d4") } });
  },
  left: (scene: TestScene) => {
    caseStages.exiting(scene);
    waitOut(scene, exit);
  },
  answered: (scene: TestScene) => {
    caseStages.objected(scene);
    scene.must(clerk, "answerObjection", { ...said, objection: 0 });
  },
  ownObjection: (scene: TestScene) => {
    caseStages.noticed(scene);
    scene.must(grid, "objectToCase", { ...said, onBehalf: true });
  },
  checkedByChief: (scene: TestScene) => {
    caseStages.applied(scene);
    scene.must(chief, "checkInVillage", said);
  },
  reviewedByChief: (scene: TestScene) => {
    caseStages.checked(scene);
    scene.must(chief, "reviewCase", reviewing);
    scene.must(clerk, "openNotice", said);
    waitOut(scene);
  },
  erasedHousehold: (scene: TestScene) => {
    caseStages.heard(scene);
    const erasure = accountOf(0x78);
    scene.must(grid, "requestErasure", { erasure, ground: "termOver", subjects: [hill.household] });
    scene.must(leader, "decideErasure", { erasure, approve: true });
  },
  closedWhileObserved: (scene: TestScene) => {
    caseStages.exiting(scene);
    scene.must(clerk, "closeHousehold", { household: hill.household, because: "left" });
  },
  caseOfClosed: (scene: TestScene) => {
    caseStages.applied(scene);
    scene.must(clerk, "closeHousehold", { household: hill.household, because: "left" });
  },
} as const;
