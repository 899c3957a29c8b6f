import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backupTermDays, isPastTerm } from "../backup/backup-term.ts";
import { runCli } from "../testing/run-cli.ts";
import { openAccounts, openSmallLedger, writeSmallKeys } from "../testing/small-ledger.ts";

const dayMs = 24 * 60 * 60 * 1_000;
let folder = "";
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-term-"));
  const ledger = await openSmallLedger(path("node"));
  await openAccounts(ledger, "saved", 1);
  await ledger.close();
  await writeSmallKeys(path("node"), "of a test");
  for (const name of ["old", "new"])
    expect(await runCli(["backup", "--data", path("node"), "--to", path(name)])).toMatchObject({ code: 0 });
  const manifest = JSON.parse(await readFile(path("old/manifest.json"), "utf8"));
  manifest.madeMs -= (backupTermDays + 1) * dayMs;
  await writeFile(path("old/manifest.json"), JSON.stringify(manifest));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const restore = (from: string, name: string, ...more: string[]) =>
  runCli(["restore", "--from", path(from), "--data", path(name), ...more]);

describe("a backup that has outlived its term", () => {
  it("is named to be deleted by the next backup beside it, and no other folder is", async () => {
    const { code, err } = await runCli(["backup", "--data", path("node"), "--to", path("next")]);
    expect(code).toBe(0);
    expect(err).toContain(path("old"));
    expect(err).not.toContain(path("new"));
  });

  it("is put back only by who says that it may bring back people, or without the vault", async () => {
    const { code, err } = await restore("old", "refused");
    expect(code).toBe(1);
    expect(err).toContain("--past-term");
    expect(await restore("old", "again", "--past-term")).toMatchObject({ code: 0 });
    expect(await restore("new", "newer")).toMatchObject({ code: 0 });
  });

  it.each([
    [undefined, false],
    [0, true],
    [backupTermDays * dayMs, false],
    [backupTermDays * dayMs - 1, true],
  ])("made at %s ms is judged by the day", (madeMs, isPast) => {
    expect(isPastTerm({ madeMs }, 2 * backupTermDays * dayMs)).toBe(isPast);
  });
});
