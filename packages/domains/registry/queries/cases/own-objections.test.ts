import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { caseOf } from "../../testing/test-case-stages.ts";
import { FileScene } from "../../testing/test-file-tables.ts";
import { people } from "../../testing/test-scene.ts";
import type { ownObjectionsView } from "../../views/cases.ts";
import { ownObjections } from "./own-objections.ts";

type Own = z.output<typeof ownObjectionsView.result>;

const { grid, clerk, reviewer, leader, stranger, citizen } = people;
const household = accountOf(0x100);
const ofIt = accountOf(0x70);
const notice = { number: "YL-03-0127", village: "云岭村", team: "3 组", head: "何*生", monitored: "3", cause: "01" };
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  scene.opens(grid, household, { people: [{ relation: "01", name: "何树生" }] });
  acts(grid, "applyForEntry", { household, channel: "visit" }, "申请");
  acts(grid, "checkInVillage", {}, "属实");
  acts(reviewer, "reviewCase", { opinion: "for" }, "符合");
  scene.does(clerk, "openNotice", { case: ofIt, content: scene.say(clerk, household, { kind: "notice", ...notice }) });
});

function acts(who: Person, verb: string, input: object, words: string): void {
  scene.does(who, verb, { case: ofIt, ...input, content: scene.say(who, household, { kind: "caseText", words }) });
}

async function asks(who: Person): Promise<Own> {
  await scene.project();
  return (await scene.ask(ownObjections, { case: ofIt }, who)) as Own;
}

describe("who objected to a public notice", () => {
  it("reads the notice as everybody does, and may object to it", async () => {
    expect(await asks(stranger)).toMatchObject({
      household,
      unit: { id: "street" },
      notice: { ...notice, case: ofIt, kind: "entry" },
      rows: [],
    });
  });

  it("reads their own objection and its answer, and nobody else's", async () => {
    acts(stranger, "objectToCase", {}, "他家有车");
    acts(citizen, "objectToCase", {}, "他家有房");
    acts(clerk, "answerObjection", { objection: 0 }, "车是借的");
    const { rows } = await asks(stranger);
    expect(rows).toMatchObject([{ objection: 0, words: "他家有车", onBehalf: false, answer: { words: "车是借的" } }]);
    const others = await asks(citizen);
    expect(others.rows).toMatchObject([{ objection: 1, words: "他家有房", answer: null }]);
    expect(JSON.stringify(others)).not.toMatch(/有车|借的/);
    expect((await asks(leader)).rows).toEqual([]);
  });

  it("keeps their objection and its answer after the notice, of which nothing is left", async () => {
    acts(stranger, "objectToCase", {}, "他家有车");
    scene.waits(caseOf(scene.scene, ofIt)?.dueMs ?? 0);
    acts(clerk, "answerObjection", { objection: 0 }, "车是借的");
    const { notice: shown, rows } = await asks(stranger);
    expect(shown).toBeNull();
    expect(rows).toMatchObject([{ words: "他家有车", answer: { words: "车是借的" } }]);
  });

  it("is told nothing where there is no such case", async () => {
    await scene.project();
    const unknown = scene.ask(ownObjections, { case: accountOf(0x71) }, stranger);
    await expect(unknown).rejects.toMatchObject({ code: "CASE_UNKNOWN" });
  });
});
