import { signer as department, deposit, testDepartment } from "@mingbai/app-department/testing/test-department";
import { toHex } from "@mingbai/codec/hex";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { triesMax } from "../asking/retry.ts";
import { listRuns } from "../runs/run-files.ts";
import { takeSource } from "../take-source.ts";
import { signer, TestTaking } from "../testing/test-taking.ts";

const people = Array.from({ length: 7 }, (_, at) => `33990119600307${String(1_000 + at)}`);
const facts = people.flatMap((about, at) => [deposit(`d${at}`, { about }), deposit(`e${at}`, { about })]);
const publicKey = toHex(department.publicKey);

let taking: TestTaking;
let server: FastifyInstance;
let url: string;
beforeEach(async () => {
  taking = await TestTaking.start();
  taking.numbers = people;
});
afterEach(async () => {
  await server.close();
  await taking.stop();
});

async function serve(known: readonly Fact[], parts: Parameters<typeof testDepartment>[1] = {}): Promise<void> {
  server = testDepartment(known, parts);
  url = await server.listen({ host: "localhost", port: 0 });
}

function take(source: object = {}) {
  return takeSource(taking.of({ kind: "http", url, publicKey, batch: 2, ...source }), taking.root);
}

describe("a department that is asked by identity numbers", () => {
  it("is asked about everybody, some at a time, and answers signed questions with signed answers", async () => {
    await serve(facts, { caller: toHex(signer.publicKey) });
    expect(await take()).toMatchObject([{ state: "done", facts: 14, bad: 0, list: "" }]);
    expect(await taking.inForce()).toEqual(facts.map(({ id }) => id));
    expect(taking.told.map(({ asked, of }) => [asked, of])).toEqual([
      [2, 7],
      [4, 7],
      [6, 7],
      [7, 7],
    ]);
  });

  it("is asked for all pages about somebody of whom it knows much", async () => {
    const many = Array.from({ length: 450 }, (_, at) => deposit(`m${at}`, { about: people[0] ?? "" }));
    await serve([...many, ...facts.slice(2)]);
    expect(await take()).toMatchObject([{ facts: 462 }]);
    expect(new Set(await taking.inForce()).size).toBe(462);
  });

  it("is asked again, later each time, while it is busy", async () => {
    await serve(facts, { failures: { left: 3 } });
    expect(await take()).toMatchObject([{ facts: 14 }]);
    expect(taking.waits).toEqual([1_000, 1_000, 2_000]);
  });

  it("is given up after some tries, and gone on with from where it was", async () => {
    const failures = { left: 0 };
    await serve(facts, { failures });
    taking.onTold = () => {
      failures.left = triesMax;
    };
    await expect(take()).rejects.toMatchObject({ code: "BUSY", told: "err.service.unavailable" });
    const [left] = await listRuns(taking.place);
    expect(left).toMatchObject({ state: "taking" });
    taking.numbers = ["somebody else"];
    taking.onTold = () => undefined;
    expect(await take()).toMatchObject([{ run: left?.run, facts: 14 }]);
    expect(await taking.inForce()).toEqual(facts.map(({ id }) => id));
  });

  it("is not asked any more once that is cancelled, and gone on with another time", async () => {
    await serve(facts);
    taking.onTold = () => taking.abort.abort();
    expect(await take()).toEqual([]);
    expect(await listRuns(taking.place)).toMatchObject([{ state: "taking" }]);
    taking.abort = new AbortController();
    taking.onTold = () => undefined;
    expect(await take()).toMatchObject([{ facts: 14 }]);
  });

  it.each([
    ["another key's answer", { publicKey: "ab".repeat(32) }, {}, "ANSWER_UNSIGNED"],
    ["a question that it wants signed and is not", { sign: false }, { caller: "ab".repeat(32) }, "NOT_ALLOWED"],
    ["a bearer that is not there", {}, { bearer: "b-1" }, "NOT_ALLOWED"],
  ])("is not believed, or does not answer: %s", async (_, source, parts, code) => {
    await serve(facts, parts);
    await expect(take(source)).rejects.toMatchObject({ code });
    expect(taking.waits).toEqual([]);
    expect(await taking.inForce()).toEqual([]);
  });

  it("may say nothing of others, and only what is its own", async () => {
    const [about = ""] = people;
    await serve([deposit("own", { about }), deposit("tax", { about, source: "tax" })]);
    taking.numbers = [about];
    expect(await take()).toMatchObject([{ facts: 1, bad: 1, faults: [{ line: 2, fault: "OTHER_SOURCE" }] }]);
    expect(await taking.inForce()).toEqual(["own"]);
  });

  it("that nobody reaches is told of, and its earlier answers stay in force", async () => {
    await serve(facts);
    await take();
    await server.close();
    const source = { kind: "http", url: "http://localhost:1", publicKey };
    await expect(takeSource(taking.of(source), taking.root)).rejects.toMatchObject({ code: "NOT_REACHED" });
    expect(taking.waits).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    expect(await taking.inForce()).toHaveLength(14);
  });
});
