import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestTaking } from "../testing/test-taking.ts";
import { OpenRun } from "./open-run.ts";
import { readRun } from "./read-run.ts";
import { eraseRun, listRuns, runFiles } from "./run-files.ts";

const number = "339901196003072219";
const fact = (id: string): Fact => ({
  id,
  source: "bank",
  kind: "deposit",
  about: number,
  name: "王小明",
  asOf: "2026-09-30",
  values: { amount: 123_456_789 },
});
const of = { source: "s", sources: ["bank" as const], list: "", startedMs: 1 };

let taking: TestTaking;
beforeEach(async () => {
  taking = await TestTaking.start();
});
afterEach(() => taking.stop());

async function idsOf(run: string): Promise<string[][]> {
  const batches: string[][] = [];
  for await (const batch of readRun(taking.place, run)) batches.push(batch.map(({ id }) => id));
  return batches;
}

async function madeRun(): Promise<string> {
  const run = await OpenRun.begin(taking.place, of);
  await run.keepAsked([number]);
  await run.append([fact("a"), fact("b")]);
  await run.append([], [{ line: 3, fault: "NOT_JSON" }]);
  await run.append([fact("c")]);
  return (await run.finish({ endedMs: 2, sourceMs: 1 })).run;
}

describe("what departments said", () => {
  it("comes back as it came, and lies nowhere in clear", async () => {
    const run = await madeRun();
    expect(await idsOf(run)).toEqual([["a", "b"], ["c"]]);
    const bytes = await taking.allBytes();
    expect(bytes).toContain("NOT_JSON");
    for (const word of [number, Buffer.from("王小明").toString("latin1"), "123456789", "deposit"])
      expect(bytes).not.toContain(word);
  });

  it("opens for the node's own key only", async () => {
    const run = await madeRun();
    const other = { ...taking.place, key: await generateSealingKey() };
    await expect(readRun(other, run).next()).rejects.toThrow("does not open with this node's key");
  });

  it.each([
    [
      "altered",
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 40), Buffer.from([(bytes[40] ?? 0) ^ 1]), bytes.subarray(41)]),
    ],
    ["put in another order", (bytes: Buffer) => exchanged(bytes)],
  ])("is refused where it was %s", async (_, alter) => {
    const run = await madeRun();
    const path = runFiles(taking.place, run).facts;
    await writeFile(path, alter(await readFile(path)));
    await expect(idsOf(run)).rejects.toThrow("does not open");
  });

  it("is gone once its run is erased, whatever is left of it", async () => {
    const run = await madeRun();
    const kept = await readFile(runFiles(taking.place, run).facts);
    await eraseRun(taking.place, run);
    expect(await listRuns(taking.place)).toEqual([]);
    expect(await readdir(join(taking.place.folder, run))).toEqual([]);
    await writeFile(runFiles(taking.place, run).facts, kept);
    await expect(idsOf(run)).rejects.toThrow("does not open");
  });

  it("is gone on with after a crash, without the batch that was half written", async () => {
    const begun = await OpenRun.begin(taking.place, of);
    await begun.keepAsked([number, "x"]);
    await begun.append([fact("a")]);
    await begun.append([fact("b"), fact("c")]);
    const { facts } = runFiles(taking.place, begun.about.run);
    await truncate(facts, (await readFile(facts)).length - 1);
    const [about] = await listRuns(taking.place);
    if (about === undefined) throw new Error("the run is not there");
    const run = await OpenRun.resume(taking.place, about);
    expect([run.records, run.about.facts, await run.findAsked()]).toEqual([1, 1, [number, "x"]]);
    await run.append([fact("d")]);
    await run.finish({ endedMs: 2, sourceMs: undefined });
    expect(await idsOf(about.run)).toEqual([["a"], ["d"]]);
  });
});

/** The first two records the other way round. */
function exchanged(bytes: Buffer): Buffer {
  const first = 4 + bytes.readUInt32LE(0);
  const second = first + 4 + bytes.readUInt32LE(first);
  return Buffer.concat([bytes.subarray(first, second), bytes.subarray(0, first), bytes.subarray(second)]);
}
