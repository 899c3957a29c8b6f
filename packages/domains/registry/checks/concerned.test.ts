import { describe, expect, it } from "vitest";
import { caseStages, said, waitOut } from "../testing/test-case-stages.ts";
import { hill, keptScene, people, type TestScene } from "../testing/test-scene.ts";

const { citizen, clerk, grid, leader } = people;

/** Whom the last event of the last act concerns. */
function told(scene: TestScene) {
  const { accounts, office } = (scene.events.at(-1)?.data.tells ?? {}) as { accounts?: string[]; office?: object };
  return { accounts, ...(office && { office }) };
}
const office = (...roles: string[]) => ({ organisation: "street", area: "hill", roles });
const writers = ["gridWorker", "intakeClerk", "caseHandler", "operator"];

describe("whom a case concerns", () => {
  it.each([
    ["the village, once somebody applied", caseStages.applied, { accounts: [], office: office("gridWorker") }],
    ["reviewers, once it was checked", caseStages.checked, { accounts: [], office: office("reviewer") }],
    ["the household, once it is public", caseStages.noticed, { accounts: [citizen.account] }],
    ["who keeps the file, once somebody objected", caseStages.objected, { accounts: [], office: office(...writers) }],
    ["the household, once it was decided", caseStages.monitored, { accounts: [citizen.account] }],
  ])("is %s", (_, stage, concerned) => {
    const scene = keptScene();
    stage(scene);
    expect(told(scene)).toEqual(concerned);
  });

  it("is who answers for the household, too, where they may check it", () => {
    const scene = keptScene();
    scene.must(leader, "assignResponsible", { account: grid.account, households: [hill.household] });
    caseStages.applied(scene);
    expect(told(scene).accounts).toEqual([grid.account]);
  });

  it("is who decides only once each objection has its answer", () => {
    const scene = keptScene();
    caseStages.objected(scene);
    waitOut(scene);
    expect(told(scene).office).toEqual(office(...writers));
    scene.must(clerk, "answerObjection", { ...said, objection: 0 });
    expect(told(scene).office).toEqual(office("approver", "leader"));
  });
});
