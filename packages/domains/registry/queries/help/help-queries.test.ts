import { accountOf, hex, type Person } from "@mingbai/identity/testing/test-ledger";
import type { Query } from "@mingbai/read-model/define-query";
import { treasuryProjection } from "@mingbai/treasury/projection/treasury-projection";
import { workflowProjection } from "@mingbai/workflow/projection/workflow-projection";
import { notices } from "@mingbai/workflow/queries/notices";
import type { noticesView } from "@mingbai/workflow/views";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { FileScene } from "../../testing/test-file-tables.ts";
import { people, startMs } from "../../testing/test-scene.ts";
import type { assignmentProposalView, handOversView, handOverView, loadsView, messagesView } from "../../views/help.ts";
import type { HouseholdFile } from "../../views/household.ts";
import { household } from "../household.ts";
import { assignmentProposal } from "./assignment-proposal.ts";
import { handOver } from "./hand-over.ts";
import { handOvers } from "./hand-overs.ts";
import { loads } from "./loads.ts";
import { messages } from "./messages.ts";

const { grid, grid2, clerk, leader, bureau, secretary, citizen, stranger, regulator } = people;
const [he, lu, fang] = [accountOf(0x100), accountOf(0x200), accountOf(0x300)];
const post = { kind: "gridWorker", householdsMax: 2, untilMs: startMs + 700 * 86_400_000 };
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables(treasuryProjection, workflowProjection);
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  const head = { relation: "01" };
  const ill = { number: "YL-03-0127", monitored: "3", cause: "01" };
  scene.opens(grid, he, { values: ill, people: [{ ...head, name: "何树生" }] });
  scene.opens(grid, lu, { values: { number: "YL-01-0001" }, people: [{ ...head, name: "卢大山" }] });
  scene.opens(grid, fang, { area: "lake", values: { number: "YL-02-0001" }, people: [{ ...head, name: "方有田" }] });
  const { account } = citizen;
  scene.does(grid, "bindAccount", { person: accountOf(0x101), account, witness: leader.account });
});

const givePost = (who: Person, number: number, areas: readonly string[], more: object = {}) =>
  scene.does(leader, "posts.givePost", { ...post, post: accountOf(number), account: who.account, areas, ...more });
const assign = (who: Person, ...households: string[]) =>
  scene.does(leader, "assignHouseholds", { assignments: [{ account: who.account, households }] });

function writes(who: Person, words: string, more: object = {}): void {
  const content = scene.say(who, he, { kind: "message", words });
  scene.does(who, "sendMessage", { household: he, content, ...more });
}
async function ask<View extends { readonly result: z.ZodType }>(query: Query, params: object, who: Person) {
  return (await scene.ask(query, { ...params }, who)) as z.infer<View["result"]>;
}

describe("messages", () => {
  const read = async (who: Person, purpose: string) =>
    (await scene.looks(who, messages as Query, he, purpose)) as z.infer<typeof messagesView.result>;

  it("stand with the file in order, for those who opened it", async () => {
    writes(citizen, "药费单子收到了，哪天来拿");
    writes(grid, "周三上午去");
    writes(clerk, "他说周三不在家", { onBehalf: true });
    const { rows, total, more } = await read(grid, "visit");
    expect(rows.map(({ words, side, onBehalf, by }) => [words, side, onBehalf, by.name])).toEqual([
      ["他说周三不在家", "household", true, "clerk"],
      ["周三上午去", "office", false, "grid"],
      ["药费单子收到了，哪天来拿", "household", false, "citizen"],
    ]);
    expect([total, more]).toEqual([3, false]);
    const first = await ask<typeof messagesView>(messages as Query, { household: he, limit: 1 }, grid);
    const rest = await ask<typeof messagesView>(messages as Query, { household: he, before: first.rows[0]?.at }, grid);
    expect([...first.rows, ...rest.rows]).toEqual(rows);
    expect(first.more).toBe(true);
    expect((await read(citizen, "own")).rows).toEqual(rows);
  });

  it("are for nobody who has not opened the file; who supervises reads and does not write", async () => {
    writes(citizen, "药费单子收到了");
    await scene.project();
    await expect(scene.ask(messages as Query, { household: he }, grid)).rejects.toThrow("Say what you open");
    expect((await read(regulator, "supervision")).total).toBe(1);
    const { may } = (await scene.ask(household as Query, { household: he }, regulator)) as HouseholdFile;
    expect(may).not.toContain("registry.sendMessage");
  });

  it("keep nothing of what was said once the household is erased", async () => {
    writes(citizen, "药费单子收到了");
    const erasure = accountOf(0x77);
    scene.does(citizen, "requestErasure", { erasure, ground: "ownWish", subjects: [he] });
    scene.does(leader, "decideErasure", { erasure, approve: true });
    scene.lose(he);
    const { rows } = await read(grid, "visit");
    expect(rows.map(({ words }) => words)).toEqual([null]);
    expect(await tables.filesWith("药费单子")).toEqual([]);
  });

  it("are told by the bell to those whom they concern and to nobody else, without a word of them", async () => {
    givePost(grid2, 0x50, ["hill"]);
    scene.does(leader, "assignResponsible", { account: secretary.account, households: [he] });
    writes(citizen, "药费单子收到了");
    await scene.project();
    for (const who of [secretary, grid2]) {
      const { rows } = await ask<typeof noticesView>(notices as Query, {}, who);
      const [newest] = rows;
      expect(newest).toMatchObject({ kind: "message", state: "household", household: he, matter: null, person: null });
      expect(JSON.stringify(rows)).not.toContain("药费");
    }
    for (const who of [citizen, grid, stranger])
      expect((await ask<typeof noticesView>(notices as Query, {}, who)).rows).toEqual([]);
  });
});

describe("the bell", () => {
  it("tells who answers for households from now on, once for each act", async () => {
    givePost(grid2, 0x50, ["town"], { householdsMax: 50 });
    assign(grid2, he, lu, fang);
    await scene.project();
    const { rows } = await ask<typeof noticesView>(notices as Query, {}, grid2);
    expect(rows).toMatchObject([{ kind: "handedOver", household: null, matter: null }]);
    expect((await ask<typeof noticesView>(notices as Query, {}, leader)).rows).toEqual([]);
  });
});

describe("a proposal of who answers for whom", () => {
  const propose = (params: object, who = leader) =>
    ask<typeof assignmentProposalView>(assignmentProposal as Query, params, who);

  it("shows the best pairs with reasons, those who are left, and who takes how many", async () => {
    givePost(grid, 0x50, ["hill"], { householdsMax: 1 });
    givePost(secretary, 0x51, ["hill"], { householdsMax: 1 });
    const able = { kind: "qualifications", skills: ["medicine"], languages: ["cmn"] };
    const [account, subject] = [secretary.account, accountOf(0x60)];
    scene.does(leader, "posts.describeHelper", { account, subject, content: scene.say(leader, subject, able) });
    await scene.project();
    const { rows, left, helpers } = await propose({ area: "town" });
    expect(rows.map(({ household, to }) => [household, to])).toEqual([
      [lu, grid.account],
      [he, secretary.account],
    ]);
    expect(rows[1]).toMatchObject({
      head: "何树生",
      from: null,
      need: 100,
      reasons: [
        { kind: "village", points: 40 },
        { kind: "skill", points: 25, detail: "medicine" },
      ],
    });
    expect(left).toMatchObject([{ household: fang, because: "nobodyThere" }]);
    expect(helpers).toMatchObject([
      { account: grid.account, name: "grid", areas: ["hill"], placesMax: 1, taken: 0 },
      { account: secretary.account, areas: ["hill"], placesMax: 1, taken: 0 },
    ]);
  });

  it("leaves those alone for whom somebody with a post there answers, unless all are asked for", async () => {
    givePost(grid, 0x50, ["hill"], { householdsMax: 5 });
    givePost(grid2, 0x51, ["lake"], { householdsMax: 5 });
    assign(grid, he);
    await scene.project();
    const { rows, helpers } = await propose({ area: "hill" });
    expect(rows.map(({ household }) => household)).toEqual([lu]);
    expect(helpers).toMatchObject([{ account: grid.account, taken: 1 }]);
    const all = await propose({ area: "hill", whom: "all" });
    expect(all.rows.map(({ household, from }) => [household, from?.account])).toEqual([
      [lu, undefined],
      [he, grid.account],
    ]);
    expect(all.helpers).toMatchObject([{ taken: 0 }]);
  });

  it("is about households that the reader's organisation keeps", async () => {
    givePost(grid, 0x50, ["hill"]);
    await scene.project();
    const elsewhere = { ...leader, account: bureau.account, organisation: "bureau" };
    expect(await propose({ area: "town" }, elsewhere)).toMatchObject({ rows: [], left: [] });
  });
});

describe("what is handed over", () => {
  it("shows for each household what is open, to who decided, gave and took", async () => {
    givePost(grid, 0x50, ["town"], { householdsMax: 50 });
    givePost(grid2, 0x51, ["town"], { householdsMax: 50 });
    assign(grid, he, lu);
    const content = scene.say(citizen, he, { kind: "caseText", words: "申请" });
    scene.does(citizen, "applyForEntry", { case: accountOf(0x70), household: he, channel: "own", content });
    writes(citizen, "药费单子收到了");
    const until = { untilMs: scene.scene.timeMs + 86_400_000, classes: ["money"], purpose: "review" };
    scene.does(bureau, "requestAccess", { household: he, ...until });
    scene.does(citizen, "grantAccess", { household: he, organisation: "bureau" });
    assign(grid2, he, lu, fang);
    await scene.project();
    const list = await ask<typeof handOversView>(handOvers as Query, {}, grid);
    expect(list.rows.map(({ households, people: taking }) => [households, taking])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    const decided = await ask<typeof handOversView>(handOvers as Query, {}, leader);
    expect(decided.rows.map(({ households }) => households)).toEqual([3, 2]);
    const transaction = list.rows[0]?.transaction;
    const paper = await ask<typeof handOverView>(handOver as Query, { transaction }, grid2);
    expect(paper.by?.account).toBe(leader.account);
    expect(paper.rows.map(({ household, from, to }) => [household, from?.account, to.account])).toEqual([
      [lu, grid.account, grid2.account],
      [fang, undefined, grid2.account],
      [he, grid.account, grid2.account],
    ]);
    const [, , of] = paper.rows;
    expect(of).toMatchObject({ case: { case: accountOf(0x70), stage: "applied" }, readers: [{ id: "bureau" }] });
    expect(of?.unansweredMs).toBeGreaterThan(startMs);
    expect(paper.rows[0]).toMatchObject({ case: null, unansweredMs: null, openFields: 0, readers: [] });
    const foreign = await ask<typeof handOverView>(
      handOver as Query,
      { transaction },
      { ...bureau, roles: ["leader"] },
    );
    expect(foreign).toMatchObject({ rows: [], by: null, timeMs: null });
    expect(await ask<typeof handOverView>(handOver as Query, { transaction: hex("ff") }, leader)).toMatchObject({
      rows: [],
    });
  });

  it("ends what the one before had opened at once, and lets the next one open it", async () => {
    scene.does(leader, "assignResponsible", { account: secretary.account, households: [he] });
    expect(await scene.looks(secretary, household as Query, he)).toMatchObject({ household: he });
    givePost(grid2, 0x51, ["town"], { householdsMax: 50 });
    assign(grid2, he);
    await scene.project();
    await expect(scene.ask(household as Query, { household: he }, secretary)).rejects.toThrow("Say what you open");
    expect(await scene.looks(grid2, household as Query, he)).toMatchObject({ household: he });
  });

  it("is counted for each person, with those for whom nobody answers", async () => {
    givePost(grid, 0x50, ["hill"], { householdsMax: 50 });
    assign(grid, he, lu);
    await scene.project();
    const counted = await ask<typeof loadsView>(loads as Query, {}, leader);
    expect(counted).toMatchObject({
      rows: [{ account: grid.account, households: 2, monitored: 1 }],
      without: 1,
    });
  });
});
