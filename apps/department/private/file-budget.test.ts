import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileBudget } from "./file-budget.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-budget-"));
  path = join(folder, "budget.jsonl");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ask = (number: number) => new Uint8Array(32).fill(number);
const request = (number: number, max = 10) => ({ askId: ask(number), count: 4, limits: [{ account: "a", max }] });

describe("a budget in a file", () => {
  it("books an ask once, and refuses what would pass a bound", async () => {
    const budget = await FileBudget.open(path);
    const taken = await Promise.all([1, 1, 2, 3].map((number) => budget.take(request(number))));
    expect(taken).toEqual([true, true, true, false]);
    await budget.close();
  });

  it("books to all accounts or to none", async () => {
    const budget = await FileBudget.open(path);
    const limits = [
      { account: "a", max: 10 },
      { account: "b", max: 3 },
    ];
    expect(await budget.take({ askId: ask(1), count: 4, limits })).toBe(false);
    expect(await budget.take(request(2))).toBe(true);
    expect(await budget.take(request(3))).toBe(true);
    await budget.close();
  });

  it("goes on counting after a restart, without the line that a crash cut off", async () => {
    const before = await FileBudget.open(path);
    await before.take(request(1));
    await before.close();
    const whole = await readFile(path, "utf8");
    await appendFile(path, whole.slice(0, 20));
    const after = await FileBudget.open(path);
    expect(await readFile(path, "utf8")).toBe(whole);
    expect(await Promise.all([1, 2, 3].map((number) => after.take(request(number))))).toEqual([true, true, false]);
    await after.close();
  });
});
