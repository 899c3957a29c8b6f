import { accountOf, hex } from "@mingbai/identity/testing/test-ledger";
import type { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PostScene } from "../testing/test-post-tables.ts";
import { acknowledging } from "../testing/test-refusal-rows.ts";
import { described, given, people, post, untilMs } from "../testing/test-scene.ts";

const { leader, grid, grid2, secretary, bureauLeader, citizen, operator } = people;
const said = { kind: "qualifications", education: "20", skills: ["medicine"], languages: ["cmn", "wuu"] };

let tables: TestTables;
let scene: PostScene;

beforeAll(async () => {
  tables = await PostScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new PostScene(tables);
  scene.say(grid, described, said);
  scene.does(leader, "givePost", given);
  scene.does(grid, "describeHelper", described);
  const first = { ...given, post: accountOf(0x51), account: secretary.account, kind: "firstSecretary" };
  scene.does(bureauLeader, "givePost", { ...first, areas: ["town"] });
});

describe("people who help", () => {
  it("stand with their posts for everybody, with names as each may see them", async () => {
    await scene.project();
    const { rows, more } = await scene.ask(leader);
    expect(more).toBe(false);
    expect(rows.map(({ account, name }) => [account, name])).toEqual([
      [grid.account, "grid"],
      [secretary.account, "secretary"],
    ]);
    expect(rows[0]).toMatchObject({
      organisation: { id: "street", en: "street", zh: "street" },
      posts: [{ post, kind: "gridWorker", areas: [{ id: "hill", en: "Hill", zh: "山" }], householdsMax: 40, untilMs }],
    });
    const [masked] = (await scene.ask(citizen)).rows;
    expect(masked).toMatchObject({ account: grid.account, qualifications: null, subject: null });
    expect(masked?.name).not.toBe("grid");
  });

  it.each([
    { to: "a leader", who: leader, isShown: true },
    { to: "themself", who: grid, isShown: true },
    { to: "a colleague", who: grid2, isShown: false },
    { to: "a person of the village", who: citizen, isShown: false },
  ])("show what they can do to $to: $isShown", async ({ who, isShown }) => {
    await scene.project();
    const { kind: _, ...shown } = said;
    const [row] = (await scene.ask(who, { account: grid.account })).rows;
    expect(row?.qualifications).toEqual(isShown ? shown : null);
  });

  it.each([
    ["hill", [grid, secretary]],
    ["lake", [secretary]],
    ["town", [grid, secretary]],
    ["county", [grid, secretary]],
    ["nowhere", []],
  ])("are found by area: %s", async (area, expected) => {
    await scene.project();
    const { rows } = await scene.ask(leader, { area });
    expect(rows.map(({ account }) => account)).toEqual(expected.map(({ account }) => account));
  });

  it("stand no more once their post has ended, but for who asks for the past", async () => {
    scene.does(leader, "endPost", { post });
    await scene.project();
    expect((await scene.ask(leader)).rows.map(({ account }) => account)).toEqual([secretary.account]);
    expect((await scene.ask(leader, { past: "true" })).rows).toHaveLength(2);
  });

  it("are the same where what was said of them comes later than the act", async () => {
    await scene.project();
    const inTime = await scene.ask(leader);
    await scene.project({ isLate: true });
    expect(await scene.ask(leader)).toEqual(inTime);
  });

  it("are described by what was said last", async () => {
    const newer = { ...described, content: hex("d2") };
    scene.say(leader, newer, { ...said, skills: ["law"] });
    scene.does(leader, "describeHelper", newer);
    await scene.project({ isLate: true });
    expect((await scene.ask(grid)).rows[0]?.qualifications?.skills).toEqual(["law"]);
  });

  it("leave nothing of what they can do in the tables once they are forgotten", async () => {
    scene.does(leader, "endPost", { post });
    scene.does(grid, "forgetHelper", { account: grid.account });
    await scene.project();
    const [row] = (await scene.ask(leader, { account: grid.account, past: "true" })).rows;
    expect(row).toMatchObject({ qualifications: null, subject: null, describedMs: null });
    expect(await tables.query("select * from posts.helper")).toEqual([]);
    expect(row?.forgotten).toMatchObject({ owed: 2, acknowledged: 0 });
    scene.does(operator, "acknowledgeForgetting", acknowledging);
    await scene.project();
    const [told] = (await scene.ask(leader, { account: grid.account, past: "true" })).rows;
    expect(told?.forgotten).toMatchObject({ owed: 2, acknowledged: 1 });
    const [hidden] = (await scene.ask(citizen, { account: grid.account, past: "true" })).rows;
    expect(hidden?.forgotten).toBeNull();
  });
});
