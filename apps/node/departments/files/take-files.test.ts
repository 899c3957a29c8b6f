import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeDrop } from "@mingbai/app-department/drops/write-drop";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listRuns } from "../runs/run-files.ts";
import { takeSource } from "../take-source.ts";
import { TestTaking } from "../testing/test-taking.ts";

const fact = (id: string, rest: Partial<Fact> = {}): Fact => ({
  id,
  source: "bank",
  kind: "deposit",
  about: "339901196003072219",
  name: "甲, “乙”",
  asOf: "2026-09-30",
  values: { amount: 1_000 },
  ...rest,
});
const company = { company: '某"店', role: "owner", state: "open", capital: 5 };

let taking: TestTaking;
let folder: string;
beforeEach(async () => {
  taking = await TestTaking.start();
  folder = join(taking.root, "drop");
  await mkdir(folder);
});
afterEach(() => taking.stop());

const take = () => takeSource(taking.of({ kind: "file", folder }), taking.root);
const drop = async (name: string, lines: readonly string[], atMs: number) => {
  const path = join(folder, name);
  await writeFile(path, lines.join("\n"));
  await utimes(path, atMs / 1_000, atMs / 1_000);
};
const line = (one: unknown) => JSON.stringify(one);

describe("files that a department drops", () => {
  it.each(["csv", "jsonl"] as const)("are taken whole and moved away, as %s", async (format) => {
    const facts = [fact("a"), fact("b", { kind: "company", values: company })];
    const name = await writeDrop(folder, { list: "deposits", day: "2026-10-31", format, facts });
    const [run] = await take();
    expect(run).toMatchObject({ list: "deposits", state: "done", facts: 2, bad: 0, faults: [] });
    expect(await readdir(folder)).toEqual(["taken"]);
    expect(await readdir(join(folder, "taken"))).toEqual([name]);
    expect(await taking.inForce()).toEqual(["a", "b"]);
    expect(taking.told.at(-1)).toEqual({ facts: 2, bad: 0 });
  });

  it("replace the list before, and no other", async () => {
    await drop("deposits.2026-08.jsonl", [line(fact("old")), line(fact("sold"))], 1_000);
    await drop("loans.2026-08.jsonl", [line(fact("loan", { kind: "loan" }))], 2_000);
    await drop("deposits.2026-09.jsonl", [line(fact("new"))], 3_000);
    const runs = await take();
    expect(runs.map(({ sourceMs }) => sourceMs)).toEqual([1_000, 2_000, 3_000]);
    expect((await taking.inForce()).sort()).toEqual(["loan", "new"]);
  });

  it("are kept once more than they count, so that an operator can go back", async () => {
    for (const month of ["07", "08", "09"]) {
      await drop(`deposits.${month}.jsonl`, [line(fact(month))], 1_000);
      await take();
    }
    expect(await listRuns(taking.place)).toHaveLength(2);
    expect(await taking.inForce()).toEqual(["09"]);
  });

  it("are not touched while they are written, or where they are no list", async () => {
    await writeFile(join(folder, ".half.csv"), "id,");
    await writeFile(join(folder, "readme.txt"), "hello");
    expect(await take()).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual([".half.csv", "readme.txt", "taken"]);
  });

  it("tell which lines are no facts, and why, and nothing of what stands there", async () => {
    const lines = [
      line(fact("a")),
      "{",
      line({ ...fact("b"), asOf: "yesterday" }),
      "",
      line(fact("c", { source: "tax" })),
      line({ ...fact("d"), more: 1 }),
    ];
    await drop("deposits.jsonl", lines, 1_000);
    const [run] = await take();
    expect(run).toMatchObject({ facts: 1, bad: 4 });
    expect(run?.faults).toEqual([
      { line: 2, fault: "NOT_JSON" },
      { line: 3, fault: "FIELD", field: "asOf" },
      { line: 5, fault: "OTHER_SOURCE", field: "source" },
      { line: 6, fault: "FIELD" },
    ]);
  });

  it("tell the same of columns", async () => {
    const rows = [
      "id,source,kind,about,name,asOf,amount,note",
      'a,bank,deposit,339901196003072219,甲,2026-09-30,12,"x"',
      "b,bank,deposit,339901196003072219,甲,2026-09-30,12.5,",
      "c,bank,gift,339901196003072219,甲,2026-09-30,1,",
      "d,bank,deposit,1,甲,2026-09-30,1,2,3,4",
    ];
    await drop("deposits.csv", rows, 1_000);
    const [run] = await take();
    expect(run?.faults).toEqual([
      { line: 3, fault: "NUMBER", field: "amount" },
      { line: 4, fault: "FIELD", field: "kind" },
      { line: 5, fault: "CELLS" },
    ]);
    expect(await taking.inForce()).toEqual(["a"]);
  });

  it("that hold nothing of use stay where they are and replace nothing; the others are taken", async () => {
    await drop("deposits.1.jsonl", [line(fact("a"))], 1_000);
    await take();
    await drop("deposits.2.jsonl", ["nothing", "of this"], 2_000);
    await drop("loans.jsonl", [line(fact("loan", { kind: "loan" }))], 3_000);
    await expect(take()).rejects.toMatchObject({ code: "NO_FACTS", told: "deposits.2.jsonl" });
    expect((await taking.inForce()).sort()).toEqual(["a", "loan"]);
    expect((await readdir(folder)).sort()).toEqual(["deposits.2.jsonl", "taken"]);
    expect(await listRuns(taking.place)).toHaveLength(2);
  });

  it("are left as they are where taking is cancelled", async () => {
    await drop("deposits.jsonl", [line(fact("a"))], 1_000);
    taking.abort.abort();
    expect(await take()).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(["deposits.jsonl", "taken"]);
  });

  it("of an SFTP server come from where it is mounted, and nowhere else", async () => {
    await drop("deposits.jsonl", [line(fact("a"))], 1_000);
    const source = { kind: "sftp", url: "sftp://bank.example/lists" };
    await expect(takeSource(taking.of(source), taking.root)).rejects.toMatchObject({ code: "SFTP_NOT_HERE" });
    expect(await takeSource(taking.of({ ...source, mountedAt: folder }), taking.root)).toHaveLength(1);
  });
});
