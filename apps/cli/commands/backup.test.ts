import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeContents } from "@mingbai/app-node/contents/open-contents";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digestFile, listBackedUp } from "../backup/manifest.ts";
import { runCli } from "../testing/run-cli.ts";
import { openAccounts, openSmallContents, openSmallLedger, writeSmallKeys } from "../testing/small-ledger.ts";
import { verifyFolder } from "../verify-log/verify-folder.ts";

let folder = "";
let data = "";
let saved = "";
let appHash = "";
let digest = "";
let digestsBefore: unknown;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-backup-"));
  data = join(folder, "node");
  saved = join(folder, "saved");
  const ledger = await openSmallLedger(data);
  await openAccounts(ledger, "saved", 3);
  appHash = toHex(ledger.chain.head.appHash);
  await ledger.close();
  await writeSmallKeys(data, "of a test");
  await writeFile(join(data, "passphrase"), "of a test\n", { mode: 0o600 });
  digestsBefore = await digestsOf(data);
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

  it("holds contents, drafts, files with their keys, and who looked at them", async () => {
    const [place, restored] = ["kept", "kept again"].map((name) => join(folder, name));
    if (place === undefined || restored === undefined) throw new Error("no places");
    const ledger = await openSmallLedger(place);
    await writeSmallKeys(place, "of a test");
    const kept = await openSmallContents(place, ledger);
    const account = "00000000000000a1";
    const text = utf8("a letter to the office");
    const source = (async function* () {
      yield text;
    })();
    const upload = { account, salt: new Uint8Array(32), name: "a.txt", bytes: text.length, source };
    const sent = await kept.files.keep(upload);
    if (!("file" in sent)) throw new Error(sent.refused);
    const reading = { file: sent.file, account, purpose: "own" } as const;
    await readWhole(await kept.files.open(reading));
    const draft = { account, id: "ab".repeat(8) };
    await kept.drafts.save(draft, { version: 0, content: { title: "lamps" } });
    expect(await runCli(["backup", "--data", place, "--to", join(folder, "of kept")])).toMatchObject({ code: 0 });
    await Promise.all([kept.close(), ledger.close()]);
    expect(await restore(join(folder, "of kept"), "kept again")).toMatchObject({ code: 0 });
    const again = await openSmallLedger(restored);
    const found = await openSmallContents(restored, again);
    expect(await found.files.readsOf(sent.file)).toMatchObject([reading]);
    expect(Buffer.compare(await readWhole(await found.files.open(reading)), text)).toBe(0);
    expect(await found.drafts.load(draft)).toMatchObject({ content: { title: "lamps" } });
    await Promise.all([found.close(), again.close()]);
  });

  it("holds no passphrase", async () => {
    expect(await readdir(join(saved, "data"))).not.toContain("passphrase");
  });

  it("of a node that is at work has every act that was final before it began, and is sound", async () => {
    const live = join(folder, "live");
    const ledger = await openSmallLedger(live);
    await writeSmallKeys(live, "of a test");
    await openAccounts(ledger, "before", 20);
    const final = ledger.chain.head.logSize;
    let isOver = false;
    const working = (async () => {
      for (let round = 0; !isOver; round++) await openAccounts(ledger, `meanwhile ${round}`, 5);
    })();
    const made = await runCli(["backup", "--data", live, "--to", join(folder, "of live"), "--json"]);
    isOver = true;
    await working;
    expect(made).toMatchObject({ code: 0 });
    expect(await restore(join(folder, "of live"), "live again")).toMatchObject({ code: 0 });
    const report = await verifyFolder(join(folder, "live again"), { pinned: [], onProgress: () => undefined });
    expect(report).toMatchObject({ fault: undefined, damage: [], differences: [] });
    expect(report.published).toBeLessThanOrEqual(report.transactions);
    const again = await openSmallLedger(join(folder, "live again"));
    for (let index = 0; index < final; index++) {
      const [theirs, ours] = await Promise.all([ledger, again].map(({ chain }) => chain.findLeafOutcome(index)));
      expect(ours?.record.outcomes[ours.index]).toEqual(theirs?.record.outcomes[theirs.index]);
    }
    expect(again.chain.head.logSize).toBeGreaterThanOrEqual(final);
    await openAccounts(again, "after the backup", 1);
    await Promise.all([again.close(), ledger.close()]);
  });

  it("changes nothing in the folder that it is made of", async () => {
    expect(await digestsOf(data)).toEqual(digestsBefore);
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

async function readWhole(opened: Awaited<ReturnType<NodeContents["files"]["open"]>>): Promise<Buffer> {
  if (!("content" in opened)) throw new Error(opened.refused);
  const all: Uint8Array[] = [];
  for await (const piece of opened.content) all.push(piece);
  return Buffer.concat(all);
}

async function digestsOf(root: string) {
  const paths = await listBackedUp(root);
  return Promise.all(paths.map(async (path) => ({ path, ...(await digestFile(join(root, path))) })));
}

async function withPath(backup: string, path: string): Promise<void> {
  const place = join(backup, "manifest.json");
  const manifest = JSON.parse(await readFile(place, "utf8"));
  manifest.files[0].path = path;
  await writeFile(place, JSON.stringify(manifest));
}
