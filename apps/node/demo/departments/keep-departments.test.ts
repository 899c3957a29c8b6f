import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dataFolder } from "../../data-folder.ts";
import { readDepartments } from "../../departments/sources/source-config.ts";
import { configureDepartments } from "./demo-departments.ts";
import { keepDepartments } from "./keep-departments.ts";

const patience = { timeout: 30_000, interval: 50 };
const testMs = 60_000;
const county = { seed: 1, households: 400 };
const answering = { url: "http://localhost:8480", publicKey: "ab".repeat(32) };

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-departments-"));
  await mkdir(join(root, "node"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function untilReady(folder: ReturnType<typeof dataFolder>): Promise<{ url: string }> {
  const ready: { url: string }[] = [];
  const faults: unknown[] = [];
  const kept = keepDepartments({
    folder,
    county,
    onReady: (registers) => ready.push(registers),
    onFault: (error) => faults.push(error),
  });
  try {
    return await vi.waitFor(() => {
      expect(faults).toEqual([]);
      const [first] = ready;
      if (first === undefined) throw new Error("not ready");
      return first;
    }, patience);
  } finally {
    await kept.stop();
  }
}

describe("the departments of the demo", () => {
  it(
    "are two: registers that answer, and an office whose lists are dropped once",
    async () => {
      const folder = dataFolder(join(root, "node"));
      const { url } = await untilReady(folder);
      const { sources } = await readDepartments(folder.departments);
      expect(sources).toMatchObject([
        { name: "registers", kind: "http", url },
        { name: "data-office", kind: "file" },
      ]);
      const drops = join(folder.drops, "data-office");
      const dropped = await readdir(drops);
      expect(dropped.map((name) => name.split(".")[0])).toEqual(
        expect.arrayContaining(["survey-surveyed", "householdRegister-register"]),
      );
      expect(dropped.join()).not.toContain("vehicles");
      expect(await readdir(join(root, "node-departments"))).toEqual(["registers"]);
      await rm(drops, { recursive: true });
      const again = await untilReady(folder);
      expect((await readDepartments(folder.departments)).sources).toMatchObject([{ url: again.url }, {}]);
      await expect(readdir(drops)).rejects.toThrow("ENOENT");
    },
    testMs,
  );
});

describe("the configuration of departments", () => {
  it.each([
    ["others", JSON.stringify({ sources: [] })],
    ["what is being written", "{"],
  ])("is left alone where it names %s", async (_, text) => {
    const folder = dataFolder(join(root, "node"));
    await writeFile(folder.departments, text);
    expect(await configureDepartments(folder, answering)).toBe(false);
    expect(await readFile(folder.departments, "utf8")).toBe(text);
  });

  it("keeps at which hours the clock compares", async () => {
    const folder = dataFolder(join(root, "node"));
    await configureDepartments(folder, answering);
    const clock = { days: ["monday" as const], hour: 2, checks: false };
    await writeFile(folder.departments, JSON.stringify({ ...(await readDepartments(folder.departments)), clock }));
    expect(await configureDepartments(folder, { ...answering, url: "http://localhost:8490" })).toBe(true);
    expect(await readDepartments(folder.departments)).toMatchObject({
      clock,
      sources: [{ url: "http://localhost:8490" }, {}],
    });
  });
});
