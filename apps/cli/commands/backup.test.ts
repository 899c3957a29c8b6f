import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { openAccounts, openSmallLedger } from "../testing/small-ledger.ts";

let folder = "";
let data = "";
let saved = "";
let appHash = "";
let digest = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-backup-"));
  data = join(folder, "node");
  saved = join(folder, "saved");
  const ledger = await openSmallLedger(data);
  await openAccounts(ledger, "saved", 3);
  appHash = toHex(ledger.chain.head.appHash);
  await ledger.close();
  await writeFile(join(data, "passphrase"), "not to be saved\n");
  const { code, out, err } = await runCli(["backup", "--data", data, "--to", saved, "--json"]);
  expect({ code, err }).toMatchObject({ code: 0 });
  digest = JSON.parse(out).manifestSha256;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const restore = (from: string, name: string, ...more: string[]) =>
  runCli(["restore", "--from", from, "--data", join(folder, name), ...more]);

/** The same backup again, to be spoilt: the two small files are its own, the large ones are not copied. */
async function another(name: string): Promise<string> {
  const to = join(folder, name);
  await mkdir(join(to, "data"), { recursive: true });
  for (const path of ["manifest.json", "data/genesis.json"]) await copyFile(join(saved, path), join(to, path));
  return to;
}

describe("a backup", () => {
  it("restored elsewhere is the same ledger, and goes on", async () => {
    expect(await restore(saved, "again", "--digest", digest)).toMatchObject({ code: 0 });
    const ledger = await openSmallLedger(join(folder, "again"));
    expect(toHex(ledger.chain.head.appHash)).toBe(appHash);
    await openAccounts(ledger, "after", 1);
    expect(toHex(ledger.chain.head.appHash)).not.toBe(appHash);
    await ledger.close();
  });

  it("holds no passphrase", async () => {
    expect(await readdir(join(saved, "data"))).not.toContain("passphrase");
  });

  it("is not made of a node that runs", async () => {
    const ledger = await openSmallLedger(data);
    const { code, err } = await runCli(["backup", "--data", data, "--to", join(folder, "live")]);
    await ledger.close();
    expect(code).toBe(1);
    expect(err).toContain("stop its node first");
    expect(await readdir(folder)).not.toContain("live");
  });

  it("overwrites nothing, in either direction", async () => {
    expect(await runCli(["backup", "--data", data, "--to", saved])).toMatchObject({ code: 1 });
    const { code, err } = await restore(saved, "node");
    expect(code).toBe(1);
    expect(err).toContain("is not empty");
  });

  it.each<[string, (backup: string) => Promise<void>, string]>([
    ["longer", (backup) => appendFile(join(backup, "data/genesis.json"), " "), "its digest differs"],
    ["missing", (backup) => unlink(join(backup, "data/genesis.json")), "ENOENT"],
    ["of another version", (backup) => writeFile(join(backup, "manifest.json"), "{}"), "no manifest of this version"],
    ["outside its folder", (backup) => withPath(backup, "../outside"), "no manifest of this version"],
  ])("with a file %s is refused, and leaves nothing", async (name, spoil, reason) => {
    const backup = await another(`spoilt ${name}`);
    await spoil(backup);
    const { code, err } = await restore(backup, "refused");
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect((await readdir(folder)).filter((found) => found.startsWith("refused"))).toEqual([]);
  });

  it("with a new manifest is refused by the digest kept elsewhere", async () => {
    const backup = await another("retold");
    await appendFile(join(backup, "manifest.json"), "\n");
    const { code, err } = await restore(backup, "refused", "--digest", digest);
    expect(code).toBe(1);
    expect(err).toContain("not the one given");
  });
});

async function withPath(backup: string, path: string): Promise<void> {
  const place = join(backup, "manifest.json");
  const manifest = JSON.parse(await readFile(place, "utf8"));
  manifest.files[0].path = path;
  await writeFile(place, JSON.stringify(manifest));
}
