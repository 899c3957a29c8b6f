import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { maskIdentityNumber } from "@mingbai/national-codes/identity-number/mask-identity-number";
import { answerQuery } from "@mingbai/read-model/answer-query";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { type Source, sources } from "@mingbai/registry/content/facts/fact";
import { comparisonQueries } from "@mingbai/registry/queries/comparison/all";
import { villageQueries } from "@mingbai/registry/queries/village/all";
import { comparisonRunsView } from "@mingbai/registry/views/comparison-runs";
import { type ShownReason, verdictsOfView } from "@mingbai/registry/views/household-verdict";
import { unregisteredView } from "@mingbai/registry/views/unregistered";
import { verdictsView } from "@mingbai/registry/views/verdicts";
import { villagePortraitView } from "@mingbai/registry/views/village";
import { villageReportView } from "@mingbai/registry/views/village-report";
import { deepCount } from "@mingbai/testkit/deep";
import { putEmptyDatabase } from "@mingbai/testkit/empty-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { makeCounty } from "../../demo/county/make-county.ts";
import { RunTimes } from "../clock/run-times.ts";
import { tableBook } from "../clock/table-book.ts";
import { measureRecall, recallTable, share } from "../testing/measure-recall.ts";
import { requestOf, TestCountyNode, testAccount, testSeed } from "../testing/test-county-node.ts";
import { TestDepartmentProcess } from "../testing/test-department-process.ts";
import { ComparisonProcess } from "./comparison-process.ts";

const households = deepCount(2_000, 20_000);
const seed = 20_261_031;
const county = makeCounty({ seed, households });
/** These two are asked; the others drop files. */
const asked: readonly Source[] = ["vehicles", "bank"];
const dropping = sources.filter((source) => !asked.includes(source));
const startMs = 600_000;
const supervisor: QueryReader = { account: testAccount, organisation: "city", roles: ["supervisor"] };
const caseHandler: QueryReader = { account: testAccount, organisation: "elsewhere", roles: ["caseHandler"] };
const otherSupervisor: QueryReader = { ...supervisor, account: "00000000000000a2" };
const residentAccount = "00000000000000c1";
const resident: QueryReader = { account: residentAccount, organisation: "residents", roles: ["individual"] };
const neighbour: QueryReader = { ...resident, account: "00000000000000c2" };

let node: TestCountyNode;
let comparison: ComparisonProcess;
let departments: TestDepartmentProcess[];
let runs = 0;

beforeAll(async () => {
  node = await TestCountyNode.start(county, putEmptyDatabase);
  const { root, departments: config, drops } = node.folder;
  const caller = toHex(generateSigner("ed25519", testSeed).publicKey);
  const made = { seed, households };
  const [http, files] = await Promise.all([
    TestDepartmentProcess.start({ ...made, sources: asked.join(","), data: join(root, "http"), caller }),
    TestDepartmentProcess.start({
      ...made,
      sources: dropping.join(","),
      data: join(root, "files"),
      drop: join(drops, "office"),
    }),
  ]);
  departments = [http, files];
  const { url, publicKey } = http;
  const title = { en: "Registers", zh: "登记部门" };
  const configured = [
    { name: "registers", title, sources: asked, kind: "http", url, publicKey, batch: 500 },
    { name: "office", title: { en: "Data office", zh: "大数据局" }, sources: dropping, kind: "file" },
  ];
  await writeFile(config, JSON.stringify({ sources: configured, trust: { deposit: ["credit", "bank"] } }));
  comparison = new ComparisonProcess(node.comparisonStart);
}, startMs);

afterAll(async () => {
  await comparison.close();
  for (const department of departments) await department.stop();
  await node.stop();
});

const request = (rest: Parameters<typeof requestOf>[1]) => requestOf(++runs, { day: county.day, ...rest });

async function run(rest: Parameters<typeof requestOf>[1] = {}): Promise<string> {
  const begun = await comparison.begin(request(rest));
  if (begun === undefined) throw new Error("another run is under way");
  return begun.ended;
}

/** The answer to a question, judged by its view. */
async function ask<Result extends z.ZodType>(
  view: { readonly name: string; readonly result: Result },
  params: object,
  reader = supervisor,
): Promise<z.output<Result>> {
  const query = [...comparisonQueries, ...villageQueries].find(({ name }) => name === view.name);
  if (query === undefined) throw new Error(`nobody answers ${view.name}`);
  return view.result.parse(await answerQuery(node.connections, query, { params, reader }));
}

describe("comparing what departments know, in processes of their own", () => {
  it(
    "finds what is planted in a county, and nothing else",
    async () => {
      expect(await run({ ask: true, checks: true })).toBe("done");
      const kinds = await measureRecall(node.client, county);
      process.stdout.write(`${households} households, seed ${seed}\n${recallTable(kinds)}\n`);
      for (const { kind, planted, found, spoke, right } of kinds) {
        expect([kind, share(found, planted)]).toEqual([kind, "1.000"]);
        expect([kind, share(right, spoke)]).toEqual([kind, "1.000"]);
      }
    },
    startMs,
  );

  it("says how far it came, and what each source gave", async () => {
    const { rows } = await ask(comparisonRunsView, {});
    const [told] = rows;
    expect(told).toMatchObject({
      state: "done",
      by: testAccount,
      village: null,
      day: county.day,
      households,
      done: households,
      sources: [
        { name: "registers", state: "done", bad: 0, trouble: null, title: { zh: "登记部门" } },
        { name: "office", state: "done", bad: 0, asked: null },
      ],
    });
    const { red = 0, yellow = 0, green = 0 } = told?.levels ?? { red: 0 };
    expect(red + yellow + green).toBe(households);
  });

  it("keeps what departments said in no clear file of the node's", async () => {
    const [person] = county.household(0).people;
    const words = [String(person?.values.identityNumber), String(person?.values.name)];
    const { facts } = node.folder;
    const files = await readdir(facts, { recursive: true, withFileTypes: true });
    expect(files.length).toBeGreaterThan(10);
    for (const file of files.filter((one) => one.isFile())) {
      const bytes = await readFile(join(file.parentPath, file.name));
      for (const word of words) expect(bytes.includes(word)).toBe(false);
    }
  });

  it("lists households by level and rule, to those who see their files", async () => {
    const all = await ask(verdictsView, { limit: 200 });
    expect(all.rows.slice(0, all.levels.red).every(({ level }) => level === "red")).toBe(true);
    const cars = county.planted().hasCar.faults.flatMap((fault) => fault.households);
    const byRule = await ask(verdictsView, { rule: "car", limit: 200 });
    expect(byRule.rows.map(({ household }) => household).sort()).toEqual([...cars].sort().slice(0, 200));
    expect(all.rules.find(({ rule }) => rule === "car")?.households).toBe(cars.length);
    const first = await ask(verdictsView, { limit: 3 });
    const second = await ask(verdictsView, { limit: 3, cursor: first.next });
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 6));
    expect(await ask(verdictsView, {}, caseHandler)).toMatchObject({ rows: [], levels: { red: 0, green: 0 } });
  });

  it("lists who should be in the registry and is not, their numbers masked, to those who look after their villages", async () => {
    const planted = county.planted().shouldBeRegistered.faults;
    const all = await ask(unregisteredView, { limit: 200 });
    expect(all).toMatchObject({ count: planted.length, next: null, day: county.day });
    const told = JSON.stringify(all.rows);
    for (const number of planted.flatMap(({ about }) => about)) expect(told).not.toContain(number);
    const masked = new Set(planted.flatMap(({ about }) => about.map(maskIdentityNumber)));
    for (const { people } of all.rows) expect(people.every(({ number }) => masked.has(number))).toBe(true);
    const [rule] = all.rules;
    expect(await ask(unregisteredView, { rule: rule?.rule })).toMatchObject({ count: rule?.groups });
    const [first] = (await ask(unregisteredView, { limit: 1 })).rows;
    const inArea = await ask(unregisteredView, { area: first?.area?.id });
    expect(inArea.rows.every(({ village }) => village === first?.village)).toBe(true);
    expect(await ask(unregisteredView, {}, caseHandler)).toMatchObject({ rows: [], count: 0 });
  });

  it("gives a village in numbers, each with its households, to who looks on from outside once all their files were opened", async () => {
    const [place] = county.villages;
    const village = place?.code ?? "";
    const { cells, office } = await ask(villagePortraitView, { village });
    expect(office).toBeNull();
    for (const { household } of cells.slice(1)) await opens(household);
    expect(await ask(villagePortraitView, { village })).toMatchObject({ office: null });
    const [first] = cells;
    await opens(first?.household ?? "", { account: testAccount, purpose: "assistance" });
    expect(await ask(villagePortraitView, { village })).toMatchObject({ office: null });
    await opens(first?.household ?? "");
    const { office: portrait } = await ask(villagePortraitView, { village });
    if (portrait === null) throw new Error("all were opened");
    const { rows } = await node.client.query<{ households: number; people: number; monitored: number }>(
      "select count(*)::int as households, sum(people)::int as people, count(*) filter (where monitored <> '')::int as monitored from registry.household where village = $1",
      [village],
    );
    const counted = {
      households: cells.length,
      people: portrait.people,
      monitored: portrait.monitored.reduce((sum, { at }) => sum + at.length, 0),
    };
    expect([counted]).toEqual(rows);
    expect(portrait.income.reduce((sum, { at }) => sum + at.length, 0)).toBe(counted.households);
    expect(cells.every(({ level }) => level !== null)).toBe(true);
    expect(await ask(villagePortraitView, { village }, otherSupervisor)).toMatchObject({ office: null });
    await expect(ask(villagePortraitView, { village }, caseHandler)).rejects.toMatchObject({ code: "VILLAGE_UNKNOWN" });
  });

  it("shows what was found of a household once its file was opened", async () => {
    const [household = ""] = county.planted().hasCar.faults.flatMap((fault) => fault.households);
    await expect(ask(verdictsOfView, { household })).rejects.toMatchObject({ code: "FILE_NOT_OPENED" });
    await opens(household);
    const { verdict } = await ask(verdictsOfView, { household });
    expect(verdict).toMatchObject({
      level: "red",
      hidden: 0,
      reasons: expect.arrayContaining([
        expect.objectContaining({
          rule: "car",
          facts: [expect.objectContaining({ source: "vehicles", kind: "vehicle" })],
        }),
      ]),
    });
  });

  it("counts what somebody settled at once, and from the next run on in the list", async () => {
    const [household = "", other = ""] = county.planted().hasCar.faults.flatMap((fault) => fault.households);
    const { reasons = [] } = (await ask(verdictsOfView, { household })).verdict ?? {};
    for (const reason of reasons) await settles(household, reason);
    const settlement = { kind: "checked", by: testAccount, words: "车已报废" };
    const settled = reasons.map(({ rule }) =>
      expect.objectContaining({ rule, settlement: expect.objectContaining(settlement) }),
    );
    const { verdict } = await ask(verdictsOfView, { household });
    expect(verdict).toMatchObject({ level: "green", reasons: [], settled });
    const lineOf = async () =>
      (await ask(verdictsView, { limit: 200 })).rows.find((row) => row.household === household);
    expect(await lineOf()).toMatchObject({ level: "red", settledSince: reasons.length });
    expect(await run()).toBe("done");
    expect(await ask(verdictsView, { rule: "car", limit: 200 })).toMatchObject({
      rows: expect.not.arrayContaining([expect.objectContaining({ household })]),
    });
    const { rows } = await ask(verdictsView, { rule: "car" });
    expect(rows.map((row) => row.household)).toContain(other);
  });

  it("checks one village, finds there what the county's run found, and reports it", async () => {
    const [fault] = county.planted().countedTwice.faults;
    const [household = ""] = fault?.households ?? [];
    const [{ village } = { village: "" }] = (
      await node.client.query<{ village: string }>("select village from registry.household where household = $1", [
        household,
      ])
    ).rows;
    const reasons =
      "select household, reasons from comparison.verdict where household in (select household from registry.household where village = $1) order by 1";
    const before = (await node.client.query(reasons, [village])).rows;
    expect(await run({ village })).toBe("done");
    expect((await node.client.query(reasons, [village])).rows).toEqual(before);
    const { report } = await ask(villageReportView, { village });
    expect(report).toMatchObject({
      unchecked: 0,
      households: before.length,
      open: expect.arrayContaining([expect.objectContaining({ id: "countedTwice" })]),
      rows: expect.arrayContaining([
        expect.objectContaining({ household, rules: expect.arrayContaining(["countedTwice"]) }),
      ]),
    });
    expect(await ask(villageReportView, { village }, caseHandler)).toMatchObject({ report: null });
  });

  it("tells those who live there what was found of their own household and of no other, and keeps what they answer beside it", async () => {
    const [fault] = county.planted().countedTwice.faults;
    const [household = "", other = ""] = fault?.households ?? [];
    await opens(household, { account: residentAccount, purpose: "own" });
    const { verdict } = await ask(verdictsOfView, { household }, resident);
    const [reason] = verdict?.reasons.filter(({ rule }) => rule === "countedTwice") ?? [];
    if (reason === undefined) throw new Error("nothing was found");
    expect(JSON.stringify(verdict)).not.toContain(other);
    expect(reason.words.en).toContain("****");
    const refused = { code: "FILE_NOT_OPENED" };
    await expect(ask(verdictsOfView, { household }, neighbour)).rejects.toMatchObject(refused);
    await expect(ask(verdictsOfView, { household: other }, resident)).rejects.toMatchObject(refused);
    await settles(household, reason, { by: residentAccount, kind: "answered", words: "女儿去年分户了" });
    const after = await ask(verdictsOfView, { household }, resident);
    expect(after.verdict?.level).toBe(verdict?.level);
    expect(after.verdict?.reasons).toContainEqual(
      expect.objectContaining({ rule: "countedTwice", answer: expect.objectContaining({ words: "女儿去年分户了" }) }),
    );
    const { rows } = await ask(verdictsView, { rule: "countedTwice", limit: 200 });
    const answered = rows.filter(({ isAnswered }) => isAnswered);
    expect(answered.map((row) => [row.household, row.settledSince])).toEqual([[household, 0]]);
  });

  it("takes one run at a time, and ends one that is cancelled", async () => {
    const first = request({});
    const begun = await comparison.begin(first);
    expect(await comparison.begin(request({}))).toBeUndefined();
    expect(comparison.cancel("0".repeat(16))).toBe(false);
    expect(comparison.cancel(first.run)).toBe(true);
    expect(await begun?.ended).toBe("cancelled");
    expect(await ask(comparisonRunsView, { run: first.run })).toMatchObject({ rows: [{ state: "cancelled" }] });
  });

  it("starts anew where its process is killed, and says that the run was broken", async () => {
    const killed = request({ ask: true });
    const begun = await comparison.begin(killed);
    process.kill(comparison.pid ?? 0, "SIGKILL");
    expect(await begun?.ended).toBe("broken");
    expect(await run()).toBe("done");
    expect(await ask(comparisonRunsView, { run: killed.run })).toMatchObject({ rows: [{ state: "broken" }] });
  });

  it("says which configuration it cannot use", async () => {
    const { departments: config } = node.folder;
    const good = await readFile(config, "utf8");
    await writeFile(config, "{");
    expect(await run({ ask: true })).toBe("failed");
    await writeFile(config, good);
    const { rows } = await ask(comparisonRunsView, { limit: 1 });
    expect(rows[0]?.trouble).toMatch(/^DEPARTMENTS_INVALID/);
  });

  it("forgets what was found of a household with whomever is erased", async () => {
    const { household, people } = county.household(0);
    const count = async () =>
      (await node.client.query("select 1 from comparison.verdict where household = $1", [household])).rowCount;
    expect(await count()).toBe(1);
    await node.client.query("insert into registry.erased values ($1, 'e')", [people[0]?.person]);
    expect(await count()).toBe(0);
  });
});

describe("a comparison that the clock begins", () => {
  const slotMs = Date.UTC(2026, 10, 22, 18);
  const times = RunTimes.parse({ days: ["monday"], hour: 2 });

  it("stands without a name, once for its hour, also where two nodes begin it", async () => {
    const nodes = [await node.comparer(), await node.comparer()];
    const { by: _, ...unasked } = request({ slotMs });
    const ended = AbortSignal.abort();
    const states = await Promise.all(
      nodes.map((one, at) => one.run({ ...unasked, run: `00000000000c10c${at}` }, ended)),
    );
    expect(states.sort()).toEqual(["cancelled", "taken"]);
    const { rows } = await ask(comparisonRunsView, { limit: 50 });
    const told = rows.filter((row) => row.slotMs === slotMs);
    expect(told).toMatchObject([{ by: null, byName: "", state: "cancelled" }]);
  });

  it("is told of beforehand while its times are set, and remembers since when and for which hour", async () => {
    const book = tableBook(node.connectionString);
    const [nowMs, nextMs] = [slotMs + 1, slotMs + 2];
    const noted = await book.note({ times, nextMs, nowMs });
    expect(noted).toEqual({ sinceMs: nowMs, lastSlotMs: slotMs });
    expect(await ask(comparisonRunsView, {})).toMatchObject({ nextMs });
    expect(await book.note({ times, nextMs: nextMs + 1, nowMs: nextMs })).toEqual(noted);
    const other = { ...times, hour: 3 };
    expect(await book.note({ times: other, nextMs, nowMs: nextMs })).toMatchObject({ sinceMs: nextMs });
    await book.forget();
    expect(await ask(comparisonRunsView, {})).toMatchObject({ nextMs: null });
  });
});

async function opens(household: string, by = { account: testAccount, purpose: "supervision" }): Promise<void> {
  await node.client.query(
    "insert into registry.reading (seq, household, by_account, organisation, purpose, time_ms, id) values ((select count(*) from registry.reading), $1, $2, 'city', $4, $3, 'x')",
    [household, by.account, Date.now(), by.purpose],
  );
}

/** As the ledger's act and its sealed text come into the tables; who is not of the office lives in the household. */
async function settles(
  household: string,
  { rule, person, digest }: ShownReason,
  { by, kind, words } = { by: testAccount, kind: "checked", words: "车已报废" },
): Promise<void> {
  const content = digest;
  const said = { rule, digest, words, ...(person?.person != null && { person: person.person }) };
  await node.client.query(
    "insert into registry.settlement values ((select count(*) from registry.settlement), $1, $5, $2, $3, 'x', $4, $6)",
    [household, by, Date.now(), content, kind, by !== testAccount],
  );
  await node.client.query("insert into registry.said values ($1, $2, $3, $4::jsonb)", [
    household,
    content,
    by,
    JSON.stringify({ kind: "settlement", ...said }),
  ]);
}
