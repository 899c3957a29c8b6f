import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { treasuryProjection } from "@mingbai/treasury/projection/treasury-projection";
import { workflowProjection } from "@mingbai/workflow/projection/workflow-projection";
import { findTold } from "@mingbai/workflow/queries/find-told";
import { notices } from "@mingbai/workflow/queries/notices";
import type { noticesView } from "@mingbai/workflow/views";
import { caseStages } from "@mingbai/workflow/views/notice-kinds";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { stages } from "../stages.ts";
import { caseOf } from "./test-case-stages.ts";
import { FileScene, readerOf } from "./test-file-tables.ts";
import { people } from "./test-scene.ts";

const { grid, clerk, reviewer, approver, leader, citizen, stranger, bureau, secretary } = people;
const he = accountOf(0x100);
const ofHe = accountOf(0x70);
const dayMs = 86_400_000;
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables(treasuryProjection, workflowProjection);
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  scene.opens(grid, he, { people: [{ relation: "01", name: "何树生" }] });
  scene.does(grid, "bindAccount", { person: accountOf(0x101), account: citizen.account, witness: leader.account });
});

function acts(who: Person, verb: string, input: object = {}): void {
  const content = scene.say(who, he, { kind: "caseText", words: "说明" });
  scene.does(who, verb, { case: ofHe, content, ...input });
}

/** What the bell tells somebody, the oldest first: the kind and where the case stood. */
async function told(who: Person): Promise<string[]> {
  const { rows } = (await scene.ask(notices, { order: "oldest" }, who)) as z.output<typeof noticesView.result>;
  expect(rows.every(({ case: one }) => one?.id === ofHe && one.about === "entry")).toBe(true);
  return rows.map(({ kind, state }) => `${kind} ${state}`);
}

function shownToThePublic(): void {
  acts(citizen, "applyForEntry", { household: he, channel: "own" });
  acts(grid, "checkInVillage");
  acts(reviewer, "reviewCase", { opinion: "for" });
  const text = { kind: "notice", number: "1", village: "", team: "", head: "何*生", monitored: "3", cause: "01" };
  scene.does(clerk, "openNotice", { case: ofHe, content: scene.say(clerk, he, text) });
}

describe("the bell", () => {
  it("knows every stage of a case", () => {
    expect([...caseStages]).toEqual([...stages]);
  });

  it("tells whose turn it is, who does not act themselves, and the household what became of it", async () => {
    shownToThePublic();
    acts(stranger, "objectToCase");
    scene.waits(caseOf(scene.scene, ofHe)?.dueMs ?? 0);
    acts(clerk, "answerObjection", { objection: 0 });
    acts(approver, "decideCase", { outcome: "decline" });
    await scene.project();
    expect(await told(grid)).toEqual(["came applied", "disputed noticed", "came heard"]);
    expect(await told(clerk)).toEqual(["came passed", "disputed noticed", "came heard"]);
    expect(await told(reviewer)).toEqual(["came checked"]);
    expect(await told(approver)).toEqual(["came heard"]);
    expect(await told(citizen)).toEqual(["passed noticed", "ended declined"]);
    expect(await told(stranger)).toEqual(["answered noticed"]);
    expect([await told(bureau), await told(secretary)]).toEqual([[], []]);
  });

  it("tells it again a day before the last one and when the time has run out, and mails to the same", async () => {
    acts(citizen, "applyForEntry", { household: he, channel: "own" });
    const due = caseOf(scene.scene, ofHe)?.dueMs ?? 0;
    scene.waits(due - 2 * dayMs);
    scene.waits(due);
    await scene.project();
    expect(await told(grid)).toEqual(["came applied", "soon applied", "overdue applied"]);
    const askers = [grid, bureau].map((who) => ({ reader: { ...readerOf(who), account: who.account }, after: "0" }));
    expect([...(await findTold(tables.connections.sql, askers))]).toEqual([grid.account]);
  });

  it("tells who looks after a household what it has explained, and of what an office settles nobody", async () => {
    const text = { kind: "settlement", rule: "car", digest: "ab".repeat(32), words: "车是借的" };
    const settles = (who: Person, kind: string) =>
      scene.does(who, "settleReason", { household: he, kind, content: scene.say(who, he, text) });
    scene.does(leader, "assignResponsible", { account: secretary.account, households: [he] });
    settles(citizen, "answered");
    settles(clerk, "answered");
    settles(grid, "checked");
    await scene.project();
    const explained = async (who: Person) => {
      const { rows } = (await scene.ask(notices, {}, who)) as z.output<typeof noticesView.result>;
      expect(JSON.stringify(rows)).not.toContain(text.words);
      return rows.filter(({ kind }) => kind === "explained");
    };
    for (const who of [grid, clerk])
      expect(await explained(who)).toMatchObject([
        { household: he, state: "household", case: null, area: { id: "hill" } },
      ]);
    expect(await explained(secretary)).toMatchObject([{ household: he, area: null }]);
    for (const who of [citizen, reviewer, leader, stranger, bureau]) expect(await explained(who)).toEqual([]);
  });

  it("tells nobody whose office is for another village", async () => {
    scene.opens(clerk, accountOf(0x200), { area: "lake", people: [{ relation: "01", name: "卢大山" }] });
    scene.does(clerk, "applyForEntry", {
      case: accountOf(0x71),
      household: accountOf(0x200),
      channel: "phone",
      content: scene.say(clerk, accountOf(0x200), { kind: "caseText", words: "申请" }),
    });
    await scene.project();
    await tables.query("update identity.role_grant set area = 'hill' where account = $1", [people.grid2.account]);
    const { rows } = (await scene.ask(notices, {}, grid)) as z.output<typeof noticesView.result>;
    expect(rows.map(({ area }) => area?.id)).toEqual(["lake"]);
    expect(((await scene.ask(notices, {}, people.grid2)) as z.output<typeof noticesView.result>).rows).toEqual([]);
  });
});
