import type { QueryReader } from "@mingbai/read-model/define-query";
import { random, runSeed } from "@mingbai/testkit/random";
import { track } from "@mingbai/treasury/queries/track";
import { people, street } from "@mingbai/treasury/testing/test-scene";
import type { trackView } from "@mingbai/treasury/views";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { neverMs } from "../projection/tables.ts";
import { MatterScene, readerOf } from "../testing/test-matter-tables.ts";
import type { MatterDetail, queueView } from "../views.ts";
import { matter } from "./matter.ts";
import { mayReadFile } from "./may-read-file.ts";
import { queue } from "./queue.ts";

const { manager, finance, regulator, streetManager, streetFinance, supplier, citizen, approver } = people;
const auditor = { account: "00000000000000aa", organisation: "audit", roles: ["auditor"] as const };
type At = ReturnType<MatterScene["submit"]>;

let scene: MatterScene;
let lift: At;
let again: At;
let help: At;
let road: At;
let paidBy = "";
/** The supplier sent it; the person names it too, as anyone can. */
const file = "f1".repeat(32);

beforeAll(async () => {
  scene = await MatterScene.start();
  lift = scene.submit(supplier, {
    payee: supplier.account,
    amount: 700,
    title: "电梯尾款",
    invoices: ["No 7"],
    files: [file],
  });
  again = scene.submit(supplier, { payee: supplier.account, amount: 700, title: "又一张", invoices: ["no7"] });
  help = scene.submit(citizen, { payee: citizen.account, amount: 50, title: "临时救助：苏晚晴", files: [file] });
  road = scene.submit(streetManager, { payee: street, amount: 9_000, title: "道路 50%_\\ 进度款" });
  scene.does(manager, "returnMatter", again, "发票重复");
  for (const at of [lift, help]) scene.does(manager, "passMatter", at);
  scene.does(manager, "forwardMatter", { ...road, to: "inspection" }, "请提意见");
  paidBy = scene.pays(help, lift);
  scene.ledger.wait(6 * 86_400_000);
  await scene.project(() => 3);
});
afterAll(() => scene.tables.stop());

describe("the queue", () => {
  it.each<[string, QueryReader, Partial<Queue["counts"]>]>([
    ["the reviewer, who has dealt with all four", readerOf(manager), { todo: 0, waiting: 4, done: 4, all: 4 }],
    ["the finance supervisor, who has paid", readerOf(finance), { todo: 0, waiting: 4, overdue: 1, done: 2, all: 4 }],
    ["the supplier, who confirms and corrects", readerOf(supplier), { todo: 2, waiting: 0, done: 0, all: 2 }],
    ["a person, who sees their own alone", readerOf(citizen), { todo: 1, all: 1 }],
    ["the street's project manager", readerOf(streetManager), { todo: 0, waiting: 1, done: 1, all: 1 }],
    ["the street's finance supervisor", readerOf(streetFinance), { todo: 0, waiting: 1, done: 0, all: 1 }],
    ["another person of no office", readerOf({ ...citizen, account: "00000000000000bb" }), { todo: 0, all: 0 }],
    ["the regulator", readerOf(regulator), { todo: 0, waiting: 4, overdue: 1, done: 0, all: 4 }],
    ["the auditor", auditor, { waiting: 4, all: 4 }],
  ])("of %s", async (_, reader, counts) => {
    expect((await ask(reader)).counts).toMatchObject(counts);
  });

  it("holds in each box what its count says, each matter once, the most urgent first, page by page", async () => {
    const ofBoth = readerOf({ ...citizen, organisation: "bureau", roles: ["projectManager", "individual"] });
    for (const reader of [readerOf(manager), readerOf(supplier), readerOf(regulator), auditor, ofBoth]) {
      for (const box of ["todo", "waiting", "overdue", "done", "all"] as const) {
        const found: Queue["rows"] = [];
        let sum = 0;
        for (let cursor: string | undefined; ; ) {
          const page = await ask(reader, { box, limit: 1, ...(cursor !== undefined && { cursor }) });
          found.push(...page.rows);
          sum = page.sumMinor;
          expect(page.counts[box]).toBeGreaterThanOrEqual(found.length);
          if (page.next === null) break;
          cursor = page.next;
        }
        const { counts } = await ask(reader, { box });
        expect(new Set(found.map(({ id }) => id)).size).toBe(counts[box]);
        expect(sum).toBe(found.reduce((all, { amountMinor }) => all + amountMinor, 0));
        const dues = found.map(({ dueMs }) => dueMs ?? Number.POSITIVE_INFINITY);
        expect(dues).toEqual(dues.toSorted((a, b) => a - b));
      }
    }
  });

  it("is filtered by stage, fund and text, whatever signs the text has, and counts what is left", async () => {
    const reader = readerOf(manager);
    expect((await ask(reader, { box: "all", stage: "disbursed" })).counts.all).toBe(2);
    expect((await ask(reader, { box: "all", fund: 2 })).counts.all).toBe(0);
    for (const text of ["道", "%_", "50%_\\", "道路", "2027-0004", "b-2027-0004", "0004 道路"]) {
      const { rows, counts, sumMinor } = await ask(reader, { box: "all", text });
      expect(rows).toMatchObject([{ title: "道路 50%_\\ 进度款", amountMinor: 9_000 }]);
      expect({ all: counts.all, sumMinor }).toEqual({ all: 1, sumMinor: 9_000 });
    }
    for (const cursor of ["nonsense", "5.\u0000", "99999999999999999999.B"]) {
      expect((await ask(reader, { box: "all", cursor })).rows).toHaveLength(4);
    }
    expect((await ask(reader, { box: "all", text: "\u0000\ud800" })).rows).toHaveLength(0);
  });

  it("names people in full to offices and to themselves, and masks them for anyone else", async () => {
    const rowFor = async (reader: QueryReader) => (await ask(reader, { box: "all", text: "救助" })).rows[0];
    expect((await rowFor(readerOf(manager)))?.applicant).toEqual({
      account: citizen.account,
      organisation: "",
      name: "苏晚晴",
    });
    expect((await rowFor(readerOf(citizen)))?.applicant.name).toBe("苏晚晴");
    const seen = await detail(road, readerOf({ ...supplier, organisation: "street" }));
    expect(seen.applicant.name).toBe("苏*晴");
  });
});

describe("a matter", () => {
  it.each<[string, QueryReader, string[]]>([
    ["lift", readerOf(supplier), ["lift", "again"]],
    ["person", readerOf(citizen), ["help"]],
    ["addressee", readerOf(finance), ["lift", "again", "help", "road"]],
    ["street", readerOf(streetFinance), ["road"]],
    ["approver, who has no part in matters", readerOf(approver), []],
    ["asked organisation's project manager", readerOf(people.inspector), ["road"]],
    ["regulator", readerOf(regulator), ["lift", "again", "help", "road"]],
  ])("is seen by %s as far as it is theirs, and is unknown to anyone else", async (_, reader, seen) => {
    const found = [];
    for (const [name, at] of Object.entries({ lift, again, help, road })) {
      const answer = await detail(at, reader).catch((error: { code?: string; status?: number }) => error);
      if ("id" in answer) found.push(name);
      else expect(answer).toMatchObject({ code: "MATTER_UNKNOWN", status: 404 });
    }
    expect(found).toEqual(seen);
  });

  it("tells its acts with words, its versions with content, and what the reader may do now", async () => {
    const seen = await detail(again, readerOf(supplier));
    expect(seen.steps).toMatchObject([
      { act: "workflow.submitMatter", by: { account: supplier.account }, stage: "submitted", words: null },
      {
        act: "workflow.returnMatter",
        by: { account: manager.account },
        stage: "returned",
        words: { message: "发票重复" },
      },
    ]);
    expect(seen.versions).toMatchObject([{ version: 1, content: { title: "又一张" }, amountMinor: 700 }]);
    expect(seen.may).toEqual(["workflow.resubmitMatter", "workflow.withdrawMatter"]);
    expect(seen.holder).toEqual({ id: "bureau", en: "The bureau", zh: "bureau局" });
    const asked = await detail(road, readerOf(people.inspector));
    expect(asked).toMatchObject({ overdue: true, may: ["workflow.handBackMatter"], holder: { id: "inspection" } });
    expect(asked.steps.at(-1)).toMatchObject({ act: "workflow.overdue", by: null, stage: "submitted" });
    expect((await detail(road, readerOf(manager))).may).toEqual([]);
  });

  it("shows an invoice that was used before, however it was typed, and from both sides", async () => {
    const [first, second] = [await detail(lift, readerOf(manager)), await detail(again, readerOf(manager))];
    expect(second.checks).toContainEqual({
      check: "invoiceUnused",
      passed: false,
      other: { id: lift.matter, number: first.number },
    });
    expect(first.checks.find(({ check }) => check === "invoiceUnused")).toMatchObject({ other: { id: again.matter } });
    expect(first.checks).toContainEqual({ check: "payeeKnown", passed: true, other: null });
    expect(first.checks).toContainEqual({ check: "invoicesAddUp", passed: true, other: null });
  });

  it("leads to its payment, whose track goes back to the deposit", async () => {
    const seen = await detail(lift, readerOf(supplier));
    expect(seen.paid).toEqual({
      transaction: paidBy,
      fund: 1,
      tranche: 1,
      amountMinor: 700,
      payment: `${paidBy}-1`,
    });
    const found = (await scene.tables.ask(track, { id: seen.paid?.payment }, readerOf(supplier))) as Track;
    expect(found.steps.map(({ kind }) => kind)).toEqual(["mint", "disburse"]);
    expect(found.payment).toMatchObject({ purpose: "电梯尾款", amountMinor: 700, status: "disbursed" });
    const other = (await detail(help, readerOf(citizen))).paid?.payment;
    const persons = (await scene.tables.ask(track, { id: other }, readerOf(supplier))) as Track;
    expect(persons.payment).toMatchObject({ purpose: "", amountMinor: 50 });
  });
});

describe("the tables", () => {
  const seed = runSeed();

  it("tell of alike seats how many there are, and of none that are gone", async () => {
    const counted = await scene.tables.query(`select key, turn, stage, fund, due_ms < ${neverMs} as is_open, is_overdue,
      count(*)::int as count, sum(amount)::bigint as sum from workflow.seat group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`);
    expect(await scene.tables.query("select * from workflow.tally order by 1, 2, 3, 4, 5, 6")).toEqual(counted);
  });

  it(`are the same however the blocks are grouped (seed ${seed})`, async () => {
    const before = await allRows();
    const sizes = random(seed);
    await scene.project(() => 1 + sizes.below(6));
    expect(await allRows()).toEqual(before);
    await scene.project(() => 100);
    expect(await allRows()).toEqual(before);
  });
});

describe("money that went to an office", () => {
  it("is told by its tranche, and is no payment in the list", async () => {
    scene.does(people.inspector, "handBackMatter", { ...road, opinion: "disagree" }, "不在计划内");
    scene.does(manager, "passMatter", road);
    const transaction = scene.pays(road);
    scene.does(streetFinance, "confirmMatter", { ...road, amount: 9_000 });
    await scene.project(() => 5);
    const seen = await detail(road, readerOf(streetFinance));
    expect(seen).toMatchObject({ stage: "confirmed", dueMs: null, may: [] });
    expect(seen.paid).toEqual({ transaction, fund: 1, tranche: 3, amountMinor: 9_000 });
    expect(seen.steps.find(({ opinion }) => opinion !== undefined)).toMatchObject({
      opinion: "disagree",
      words: { message: "不在计划内" },
    });
    expect((await ask(readerOf(streetFinance), { box: "done" })).rows).toMatchObject([{ id: road.matter }]);
    expect((await ask(readerOf(streetManager))).counts).toMatchObject({ todo: 0, waiting: 0, done: 1, all: 1 });
  });
});

type Queue = z.output<typeof queueView.result>;
type Track = z.output<typeof trackView.result>;

// Answers are judged by the questions' own schemas before they come here.
async function ask(reader: QueryReader, params: Record<string, unknown> = {}): Promise<Queue> {
  return (await scene.tables.ask(queue, params, reader)) as Queue;
}

async function detail({ matter: id }: At, reader: QueryReader): Promise<MatterDetail> {
  return (await scene.tables.ask(matter, { matter: id }, reader)) as MatterDetail;
}

async function allRows(): Promise<unknown> {
  const tables = ["matter", "seat", "tally", "version", "step", "invoice", "numbering", "notice", "pair"];
  const rows: unknown[] = [];
  for (const table of tables)
    rows.push(await scene.tables.query(`select one::text from workflow.${table} one order by 1`));
  return rows;
}

describe("a file", () => {
  it.each<[string, QueryReader, boolean]>([
    ["who sent it", readerOf(supplier), true],
    ["who decides", readerOf(manager), true],
    ["the regulator", readerOf(regulator), true],
    ["who names another's file in a matter of their own", readerOf(citizen), false],
    ["who has no part in the matter", readerOf(streetFinance), false],
    ["nobody", { account: undefined, organisation: undefined, roles: [] }, false],
  ])("is judged for %s by the matter that it was sent for", async (_, reader, expected) => {
    expect(await mayReadFile(scene.tables.connections.sql, reader, { file, uploader: supplier.account })).toBe(
      expected,
    );
    expect(await mayReadFile(scene.tables.connections.sql, reader, { file, uploader: approver.account })).toBe(false);
  });
});
