import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { random } from "@mingbai/testkit/random";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backupTermDays, dayMs } from "../backup-term.ts";
import { endTermKeys } from "./end-term-keys.ts";
import { ensureTermKey } from "./ensure-term-key.ts";
import { keyEndDay, keyEndMs, keyWeekOf } from "./key-week.ts";
import { listTermKeys, termKeyPath } from "./list-term-keys.ts";
import { openTermKey } from "./open-term-key.ts";

const node = "00112233445566aa";
const week = "2026-11-16";
const passphrase = async () => "of a test";
let root = "";
let folders: readonly string[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-term-keys-"));
  folders = ["one", "two"].map((name) => join(root, name));
  for (const folder of folders) await mkdir(folder);
});
afterEach(() => rm(root, { recursive: true }));

const ensure = (wish: Partial<Parameters<typeof ensureTermKey>[0]> = {}) =>
  ensureTermKey({ folders, node, week, passphrase, ...wish });
const open = (wish: Partial<Parameters<typeof openTermKey>[0]> = {}) =>
  openTermKey({ folders, node, week, passphrase, nowMs: Date.parse(week), ...wish });

describe("the week of a backup's key", () => {
  it("ends when the oldest backup of it is as old as the term, and the youngest a week less", () => {
    const dice = random(34);
    for (let run = 0; run < 1_000; run++) {
      const ms = dice.below(2 ** 32) * 1_000 + dice.below(1_000);
      const first = keyWeekOf(ms);
      expect(new Date(first).getUTCDay(), `seed 34, ${ms}`).toBe(1);
      const lives = keyEndMs(first) - ms;
      expect(lives <= backupTermDays * dayMs && lives > (backupTermDays - 7) * dayMs, `seed 34, ${ms}`).toBe(true);
    }
  });

  it.each([
    ["2026-11-16T00:00:00.000Z", "2026-11-16"],
    ["2026-11-22T23:59:59.999Z", "2026-11-16"],
    ["2026-11-23T00:00:00.000Z", "2026-11-23"],
    ["1969-12-31T00:00:00.000Z", "1969-12-29"],
  ])("of %s is that of %s", (moment, monday) => {
    expect(keyWeekOf(Date.parse(moment))).toBe(monday);
  });

  it("ends on a day", () => {
    expect(keyEndDay("2026-11-16")).toBe("2027-02-14");
  });
});

describe("the key of a week", () => {
  it("is made once, the same in every folder, for whoever asks at the same time", async () => {
    const asked = await Promise.all([ensure(), ensure(), ensure()]);
    const { publicKey } = asked[0];
    for (const one of asked) expect(Buffer.compare(one.publicKey, publicKey)).toBe(0);
    expect(asked.flatMap(({ made }) => made).sort()).toEqual(
      folders.map((folder) => termKeyPath(folder, { node, week })),
    );
    for (const folder of folders) {
      const key = await open({ folders: [folder] });
      expect(Buffer.compare(key.publicKey, publicKey)).toBe(0);
    }
  });

  it("asks for the passphrase only where it has to be made, and is put where it is missing", async () => {
    const [one = "", two = ""] = folders;
    await ensure({ folders: [one] });
    const never = async (): Promise<string> => {
      throw new Error("asked");
    };
    const { made } = await ensure({ passphrase: never });
    expect(made).toEqual([termKeyPath(two, { node, week })]);
    expect(await readFile(termKeyPath(two, { node, week }))).toEqual(await readFile(termKeyPath(one, { node, week })));
  });

  it("is another one for another node and another week", async () => {
    const keys = [await ensure(), await ensure({ node: "ff".repeat(8) }), await ensure({ week: "2026-11-23" })];
    expect(new Set(keys.map(({ publicKey }) => Buffer.from(publicKey).toString("hex"))).size).toBe(3);
  });

  it("is refused where two folders have different ones, and where there is one of a later week", async () => {
    const [one = "", two = ""] = folders;
    await ensure({ folders: [one] });
    await ensure({ folders: [two] });
    await expect(ensure()).rejects.toThrow("different keys");
    await expect(ensure({ week: "2026-11-09" })).rejects.toThrow("set the clock");
  });

  it("opens with its passphrase alone, from whichever folder has it whole", async () => {
    const [one = ""] = folders;
    const { publicKey } = await ensure();
    await expect(open({ passphrase: async () => "another" })).rejects.toMatchObject({ code: "PASSPHRASE_WRONG" });
    await writeFile(termKeyPath(one, { node, week }), "overwritten", { mode: 0o600 });
    expect(Buffer.compare((await open()).publicKey, publicKey)).toBe(0);
  });

  it.each<[string, number, string]>([
    ["before its end", 0, "name the folder where it lies with --keys"],
    ["after its end", backupTermDays, "opens no more"],
  ])("that is nowhere is told of as such %s", async (_, days, words) => {
    await expect(open({ nowMs: Date.parse(week) + days * dayMs })).rejects.toThrow(words);
  });

  it("is destroyed at its end in every folder, with what a crash left of it, and no earlier", async () => {
    await ensure();
    await ensure({ week: "2026-11-23" });
    for (const folder of folders) {
      await writeFile(`${termKeyPath(folder, { node, week })}.0011223344556677.tmp`, "left");
      await writeFile(join(folder, "of somebody else"), "left");
    }
    const end = keyEndMs(week);
    expect(await endTermKeys(nodeDisk(), folders, end - 1)).toEqual([]);
    const destroyed = await endTermKeys(nodeDisk(), folders, end);
    expect(destroyed).toHaveLength(4);
    for (const folder of folders) {
      expect((await listTermKeys(folder)).map((key) => key.week)).toEqual(["2026-11-23"]);
      expect(await readdir(folder)).toContain("of somebody else");
    }
    await expect(open({ nowMs: end })).rejects.toThrow("opens no more");
    expect(await endTermKeys(nodeDisk(), folders, end)).toEqual([]);
  });
});
