import { sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { TestTables } from "@mingbai/testkit/test-tables";
import type { Person } from "@mingbai/treasury/testing/test-ledger";
import { ProjectedBlocks } from "@mingbai/treasury/testing/test-projected-blocks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { foundingMembers } from "../founding-events.ts";
import { governanceProjection } from "../projection/governance-projection.ts";
import { account, dayMs, members, people, quota, scene } from "../testing/test-scene.ts";
import type { proposalsView, settingsView } from "../views.ts";
import { governanceQueries } from "./all.ts";

const { admin, adminB, adminC, manager, outsider, regulator, supplier } = people;
const configuration = { demo: true, reconstruction: false, quotaUnitsPerMinute: 9_000_000 };
const [proposalsQuery, settings] = governanceQueries({ configuration, roster: () => sampleRoster });
const vault = {
  find: async () => ({ content: { kind: "words", message: "限流太紧", reasons: [] } }),
};
let tables: TestTables;
let [open, applied, lapsed, admission, frozen] = ["", "", "", "", ""];

beforeAll(async () => {
  tables = await TestTables.start([governanceProjection]);
  const blocks = new ProjectedBlocks();
  const made = scene({ onBlock: blocks.add });
  lapsed = made.propose({ kind: "parameter", name: "workflow.passedDays", value: 5 });
  made.wait(8 * dayMs);
  applied = made.propose(quota(70_000));
  for (const who of [admin, adminB, adminC]) made.vote(who, applied);
  open = made.propose(quota(80_000), { base: 1 });
  made.vote(admin, open, "against");
  admission = made.propose({ kind: "admitMember", organisation: "e" });
  frozen = made.freeze(account);
  const founding = { timeMs: 1, events: foundingMembers(members) };
  await tables.project(blocks.all, undefined, { vault, founding });
});
afterAll(() => tables.stop());

const readerOf = ({ account: number, organisation, roles }: Person) => ({ account: number, organisation, roles });
const ask = async (params: Record<string, unknown>, reader: Person = manager) =>
  (await tables.ask(proposalsQuery, params, readerOf(reader))) as z.infer<(typeof proposalsView)["result"]>;

describe("proposals", () => {
  it("are listed newest first, open and ended apart, page by page", async () => {
    expect((await ask({ box: "open" })).rows.map(({ id }) => id)).toEqual([frozen, admission, open]);
    const first = await ask({ box: "ended", limit: 1 });
    expect(first.rows).toMatchObject([
      { id: applied, ended: { outcome: "applied" }, rule: { openDays: 7 }, needed: 3 },
    ]);
    const second = await ask({ box: "ended", limit: 1, before: first.next });
    expect(second).toMatchObject({
      rows: [{ id: lapsed, ended: { outcome: "lapsed", transaction: expect.any(String) } }],
      next: null,
    });
  });

  it("are found by what they are about", async () => {
    const subject = "parameter/ledger.quotaUnitsPerMinute";
    expect((await ask({ subject })).rows.map(({ id }) => id)).toEqual([open, applied]);
    expect((await ask({ subject, box: "ended" })).rows.map(({ id }) => id)).toEqual([applied]);
    expect((await ask({ subject: "parameter/none" })).rows).toEqual([]);
  });

  it("tell who has voted what, who has not, and what it was before", async () => {
    const [row] = (await ask({ id: open })).rows;
    expect(row?.voters.map(({ voter, vote }) => [voter, vote?.choice ?? null])).toEqual([
      ["a", "against"],
      ["b", null],
      ["c", null],
      ["d", null],
    ]);
    expect(row).toMatchObject({ before: { value: 70_000 }, change: { value: 80_000 }, words: "限流太紧", ended: null });
    expect((await ask({ id: open }, supplier)).rows[0]?.words).toBeNull();
  });

  it("tell each reader what they may do", async () => {
    const may = async (id: string, reader: Person) => (await ask({ id }, reader)).rows[0]?.may;
    const nothing = { voteFor: null, accept: false, prove: false, withdraw: false };
    expect(await may(open, adminB)).toEqual({ ...nothing, voteFor: "b" });
    expect(await may(open, admin)).toEqual({ ...nothing, withdraw: true });
    expect(await may(open, manager)).toEqual({ ...nothing, withdraw: true });
    expect(await may(applied, adminB)).toEqual(nothing);
    expect(await may(admission, outsider)).toEqual({ ...nothing, accept: true });
    expect(await may(frozen, regulator)).toEqual(nothing);
    expect(await may(frozen, adminB)).toEqual({ ...nothing, voteFor: "b" });
  });
});

describe("settings", () => {
  it("are what was voted, else what the ledger was founded with", async () => {
    const answer = (await tables.ask(settings, {}, readerOf(manager))) as z.infer<(typeof settingsView)["result"]>;
    expect(answer.members.map(({ organisation }) => organisation)).toEqual(members);
    expect(answer.bases).toEqual([{ subject: "parameter/ledger.quotaUnitsPerMinute", count: 1 }]);
    expect(answer.parameters).toContainEqual({ name: "ledger.quotaUnitsPerMinute", value: 70_000, isVoted: true });
    expect(answer.parameters).toContainEqual({ name: "workflow.passedDays", value: 3, isVoted: false });
    expect(answer.frozen).toMatchObject([
      { target: account, reason: "other", proposal: frozen, untilMs: expect.any(Number) },
    ]);
    expect(answer.rules.every(({ isUsual }) => isUsual)).toBe(true);
  });
});
