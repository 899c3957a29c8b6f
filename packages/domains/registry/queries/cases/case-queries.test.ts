import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { localDate } from "@mingbai/ledger/calendar/local-days";
import { testZone } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { settlementKinds } from "../../content/compare/settlement.ts";
import { countyPolicy } from "../../content/policy/county/county-policy.ts";
import { caseOf } from "../../testing/test-case-stages.ts";
import { FileScene } from "../../testing/test-file-tables.ts";
import { people } from "../../testing/test-scene.ts";
import type { casesView, caseView, householdCasesView, publicCasesView } from "../../views/cases.ts";
import type { historyView } from "../../views/history.ts";
import type { AskRows } from "../ask-rows.ts";
import { findSettlements } from "../find-settlements.ts";
import { history } from "../history.ts";
import { caseQuery } from "./case.ts";
import { caseHousehold } from "./case-household.ts";
import { cases } from "./cases.ts";
import { householdCases } from "./household-cases.ts";
import { policies } from "./policies.ts";
import { publicCases } from "./public-cases.ts";

type List = z.infer<typeof casesView.result>;
type File = z.infer<typeof caseView.result>;
type Notices = z.infer<typeof publicCasesView.result>;
type History = z.infer<typeof historyView.result>;

const { grid, clerk, reviewer, approver, leader, bureau, citizen, stranger, regulator } = people;
const [he, lu] = [accountOf(0x100), accountOf(0x200)];
const [ofHe, ofLu] = [accountOf(0x70), accountOf(0x71)];
const nobody: Person = { account: "", organisation: "", roles: [] };
const notice = { number: "YL-03-0127", village: "云岭村", team: "3 组", head: "何*生", monitored: "3", cause: "01" };
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  const head = { relation: "01" };
  scene.opens(grid, he, { values: { number: notice.number }, people: [{ ...head, name: "何树生" }] });
  scene.opens(grid, lu, { area: "lake", values: { number: "YL-01-0001" }, people: [{ ...head, name: "卢大山" }] });
  const { account } = citizen;
  scene.does(grid, "bindAccount", { person: accountOf(0x101), account, witness: leader.account });
});

/** Says something, and does what it is said with. */
function acts(who: Person, verb: string, input: CanonicalObject & { case?: string }, said: string | CanonicalObject) {
  const text = typeof said === "string" ? { kind: "caseText", words: said } : said;
  scene.does(who, verb, { ...input, content: scene.say(who, input.case === ofLu ? lu : he, text) });
}

function showNotice(text: CanonicalObject = { kind: "notice", ...notice }): void {
  acts(citizen, "applyForEntry", { case: ofHe, household: he, channel: "own" }, "今年看病花了很多");
  acts(grid, "checkInVillage", { case: ofHe }, "情况属实");
  acts(reviewer, "reviewCase", { case: ofHe, opinion: "for" }, "符合条件");
  acts(clerk, "openNotice", { case: ofHe }, text);
}

async function openFile(who: Person, purpose = "review"): Promise<void> {
  scene.does(who, "openFiles", { purpose, households: [he] });
  await scene.project();
}
const publicRows = async () => ((await scene.ask(publicCases, {}, nobody)) as Notices).rows;

describe("the queue of cases", () => {
  const queue = async (params: object, who = grid) => (await scene.ask(cases, { ...params }, who)) as List;

  it("shows what waits in the reader's areas, first what is due first, with counts", async () => {
    acts(citizen, "applyForEntry", { case: ofHe, household: he, channel: "own" }, "申请");
    scene.waits((caseOf(scene.scene, ofHe)?.dueMs ?? 0) + 1);
    acts(grid, "applyForEntry", { case: ofLu, household: lu, channel: "phone" }, "申请");
    await scene.project();
    const all = await queue({});
    expect(all.rows.map(({ case: id, head, isOverdue }) => [id, head, isOverdue])).toEqual([
      [ofHe, "何树生", true],
      [ofLu, "卢大山", false],
    ]);
    expect(all.byStage).toEqual([{ stage: "applied", count: 2, overdue: 1 }]);
    expect(all.rows[1]).toMatchObject({ channel: "phone", stage: "applied", area: { id: "lake" }, policy: 1 });
    expect((await queue({ overdue: "true" })).rows).toHaveLength(1);
    expect((await queue({ area: "lake" })).rows.map(({ case: id }) => id)).toEqual([ofLu]);
    expect((await queue({}, bureau)).rows).toEqual([]);
    expect(all.counts).toEqual({ open: 2, mine: 2, overdue: 1, ended: 0, shown: 2 });
    const ended = await queue({ ended: "true" });
    expect(ended).toMatchObject({ rows: [], counts: { open: 2, shown: 0 } });
    expect((await queue({}, regulator)).rows).toHaveLength(2);
    const first = await queue({ limit: 1 });
    expect((await queue({ limit: 1, cursor: first.next })).rows.map(({ case: id }) => id)).toEqual([ofLu]);
  });
});

describe("whose turn it is", () => {
  const mine = async (who: Person) => {
    const { rows, counts } = (await scene.ask(cases, {}, who)) as List;
    expect(((await scene.ask(cases, { mine: "true" }, who)) as List).rows).toHaveLength(counts.mine);
    return rows.map(({ case: id, isMine }) => [id, isMine]);
  };

  it("comes first in the list of who may act, and not of who had a hand in it", async () => {
    acts(citizen, "applyForEntry", { case: ofHe, household: he, channel: "own" }, "申请");
    acts(grid, "applyForEntry", { case: ofLu, household: lu, channel: "phone" }, "申请");
    acts(grid, "checkInVillage", { case: ofLu }, "情况属实");
    await scene.project();
    expect(await mine(grid)).toEqual([
      [ofHe, true],
      [ofLu, false],
    ]);
    expect(await mine(reviewer)).toEqual([
      [ofLu, true],
      [ofHe, false],
    ]);
    expect((await mine(regulator)).map(([, isMine]) => isMine)).toEqual([false, false]);
  });

  it("is that of who keeps the file while an objection waits, and of who decides once it was answered", async () => {
    showNotice();
    acts(stranger, "objectToCase", { case: ofHe }, "他家有车");
    scene.waits(caseOf(scene.scene, ofHe)?.dueMs ?? 0);
    await scene.project();
    expect([await mine(clerk), await mine(reviewer)]).toEqual([[[ofHe, true]], [[ofHe, true]]]);
    acts(clerk, "answerObjection", { case: ofHe, objection: 0 }, "车是借的");
    await scene.project();
    expect([await mine(clerk), await mine(reviewer)]).toEqual([[[ofHe, false]], [[ofHe, false]]]);
    expect(await mine(approver)).toEqual([[ofHe, true]]);
  });
});

describe("the cases of a household", () => {
  it("are shown to its people with how it stands, once they have opened its file", async () => {
    acts(citizen, "applyForEntry", { case: ofHe, household: he, channel: "own" }, "申请");
    await scene.project();
    expect(await scene.ask(caseHousehold, { case: ofHe }, citizen)).toMatchObject({ household: he });
    await expect(scene.ask(caseHousehold, { case: ofLu }, citizen)).rejects.toThrow();
    await expect(scene.ask(householdCases, { household: he }, citizen)).rejects.toThrow();
    await openFile(citizen, "own");
    const own = (await scene.ask(householdCases, { household: he }, citizen)) as z.infer<
      typeof householdCasesView.result
    >;
    expect(own).toMatchObject({ rows: [{ case: ofHe, stage: "applied", isMine: false }], standing: null });
  });
});

describe("a case", () => {
  const file = async (who: Person, purpose?: string) => {
    await openFile(who, purpose);
    return (await scene.ask(caseQuery, { case: ofHe }, who)) as File;
  };

  it("is told step by step with what was said, to who has opened the file", async () => {
    showNotice();
    const until = caseOf(scene.scene, ofHe)?.dueMs;
    acts(stranger, "objectToCase", { case: ofHe }, "他家有车");
    const shown = await file(approver);
    expect(shown.steps.map(({ kind, stage, words }) => [kind, stage, words])).toEqual([
      ["opened", "applied", "今年看病花了很多"],
      ["moved", "checked", "情况属实"],
      ["moved", "passed", "符合条件"],
      ["moved", "noticed", null],
      ["objected", "noticed", "他家有车"],
    ]);
    expect(shown).toMatchObject({ stage: "noticed", dueMs: until, openObjections: 1, notice });
    await expect(scene.ask(caseQuery, { case: ofHe }, leader)).rejects.toThrow();
  });

  it("does not tell the household who objected", async () => {
    showNotice();
    acts(stranger, "objectToCase", { case: ofHe }, "他家有车");
    expect((await file(citizen, "own")).steps.at(-1)).toMatchObject({ kind: "objected", by: null, words: "他家有车" });
    expect((await file(leader)).steps.at(-1)?.by?.account).toBe(stranger.account);
  });

  it("says what its reader may do: whoever had a hand in it does not decide", async () => {
    showNotice();
    scene.waits(caseOf(scene.scene, ofHe)?.dueMs ?? 0);
    expect((await file(approver)).may).toEqual(["registry.decideCase"]);
    expect((await file(reviewer)).may).toEqual([]);
    expect((await file(grid)).may).toEqual(["registry.withdrawCase"]);
  });

  it("and what it brings about stand in the household's history", async () => {
    showNotice();
    const settlement = { kind: "settlement", rule: "car", digest: "ab".repeat(32), words: "车已过户" };
    acts(clerk, "settleReason", { household: he, kind: "ignored" }, settlement);
    await openFile(grid);
    const { rows } = (await scene.ask(history, { household: he }, grid)) as History;
    expect(rows.slice(0, 2).map(({ kind, words, data }) => [kind, words, data.settlement ?? data.stage])).toEqual([
      ["reasonSettled", "车已过户", "ignored"],
      ["caseMoved", null, "noticed"],
    ]);
  });
});

describe("public notices", () => {
  it("show the list of fields to everybody, while they run and no longer", async () => {
    showNotice();
    await scene.project();
    const [shown] = await publicRows();
    const until = caseOf(scene.scene, ofHe)?.dueMs ?? 0;
    expect(shown).toEqual({
      ...notice,
      case: ofHe,
      kind: "entry",
      unit: { id: "street", en: "street", zh: "street" },
      fromMs: scene.scene.timeMs,
      untilMs: until,
      transaction: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    scene.waits(until);
    await scene.project();
    expect(await publicRows()).toEqual([]);
  });

  it.each([
    ["a name in full", { kind: "notice", ...notice, head: "何树生" }],
    ["more than the list", { kind: "notice", ...notice, phone: "1" }],
    ["another text", { kind: "caseText", words: "何树生" }],
  ])("that were given %s are not shown", async (_, text) => {
    showNotice(text);
    await scene.project();
    expect(await publicRows()).toEqual([]);
  });

  it("are shown once their text has come, and nothing is left of what was erased", async () => {
    showNotice();
    await scene.projectLate([he]);
    expect(await publicRows()).toHaveLength(1);
    const erasure = accountOf(0x77);
    scene.does(grid, "requestErasure", { erasure, ground: "enteredByMistake", subjects: [he] });
    scene.does(leader, "decideErasure", { erasure, approve: true });
    await scene.project();
    expect(await publicRows()).toEqual([]);
    expect(await tables.query("select said from registry.said where said is not null")).toEqual([]);
  });
});

describe("settlements", () => {
  const ask: AskRows = (text, values) => tables.query(text, values);

  it("are found with who settled what, how and when, where the text is here", async () => {
    const text = { kind: "settlement", rule: "car", digest: "ab".repeat(32), words: "看过" };
    for (const kind of settlementKinds) acts(grid, "settleReason", { household: he, kind }, text);
    acts(grid, "settleReason", { household: he, kind: "checked" }, "no settlement");
    await scene.project();
    const found = await findSettlements(ask, { households: [he, lu], zone: testZone });
    const { kind: _, ...said } = text;
    const common = { ...said, by: grid.account, on: "2090-11-20" };
    expect(found.get(he)).toEqual(settlementKinds.map((kind) => ({ ...common, kind })));
    expect(found.has(lu)).toBe(false);
  });

  it.each([-720, 0, 840])(
    "stand on the day of a ledger whose zone is %i minutes ahead of UTC",
    async (zoneOffsetMinutes) => {
      const text = { kind: "settlement", rule: "car", digest: "ab".repeat(32), words: "看过" };
      acts(grid, "settleReason", { household: he, kind: "checked" }, text);
      await scene.project();
      const [{ time_ms: timeMs } = {}] = await tables.query("select time_ms from registry.settlement");
      const found = await findSettlements(ask, { households: [he], zone: { zoneOffsetMinutes } });
      expect(found.get(he)?.[0]?.on).toBe(localDate({ zoneOffsetMinutes }, Number(timeMs)));
    },
  );

  it("are the household's own where its people give them, as it was when they did", async () => {
    const text = { kind: "settlement", rule: "car", digest: "ab".repeat(32), words: "车是借的" };
    acts(citizen, "settleReason", { household: he, kind: "answered" }, text);
    const person = accountOf(0x101);
    const left = { person, because: "left", base: 1, content: scene.keep(grid, person, { reason: "visit" }) };
    scene.does(grid, "endPerson", left);
    acts(grid, "settleReason", { household: he, kind: "answered" }, text);
    await scene.project();
    const found = await findSettlements(ask, { households: [he], zone: testZone });
    expect(found.get(he)?.map(({ by, isOwn }) => [by, isOwn])).toEqual([
      [citizen.account, true],
      [grid.account, undefined],
    ]);
  });
});

describe("policies", () => {
  it("begin with the county's", async () => {
    await scene.project();
    expect(await scene.ask(policies, {}, nobody)).toMatchObject({ rows: [{ version: 1, policy: countyPolicy }] });
  });
});
