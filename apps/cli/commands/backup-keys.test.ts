import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { LocalActor } from "@mingbai/app-node/local-actor";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { SubjectVault } from "@mingbai/app-node/subjects/subject-vault";
import { filesBelow, filesWith } from "@mingbai/app-node/test-canaries";
import { concat, utf8 } from "@mingbai/codec/bytes";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { openStream, SealedStreamDamaged } from "@mingbai/crypto/sealing/sealed-stream";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { wrappedBytes } from "@mingbai/crypto/sealing/suite";
import { findDataKey } from "@mingbai/crypto/sealing/wrap";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { backUp as backUpNode } from "../backup/back-up.ts";
import { backupTermDays, dayMs } from "../backup/backup-term.ts";
import { digestFile, listBackedUp, type SealedManifest } from "../backup/manifest.ts";
import { findBackupKey } from "../backup/sealed/backup-key.ts";
import { openPieces } from "../backup/sealed/file-seal.ts";
import { runCli } from "../testing/run-cli.ts";
import { openSmallContents, openSmallLedger, writeSmallKeys } from "../testing/small-ledger.ts";

const [household, erased, kept] = ["00000000000000b1", "00000000000000b2", "00000000000000b3"] as const;
const erasure = "00000000000000e1";
const canary = "金丝雀 canary 7c19";
const passphrase = "of a test";
const saltBytes = 32;
const testMsMax = 120_000;
let root = "";
let ledger: OpenLedger;
let parts: readonly GivenPart[] = [];
const path = (...names: string[]) => join(root, ...names);

/** The command line as it would run so many days from now. */
const daysOn = (days: number) => ({
  NODE_OPTIONS: `--import=data:text/javascript,const%20now=Date.now;Date.now=()=>now()%2B(${days * dayMs})`,
});
const backUp = (to: string, keys: readonly string[], days = 0, extra: Readonly<Record<string, string>> = {}) => {
  const folders = keys.flatMap((name) => ["--keys", path(name)]);
  const args = ["backup", "--data", path("node"), "--to", path(to), "--json", ...folders];
  return runCli(args, { ...(days !== 0 && daysOn(days)), ...extra });
};
/** The same in this process, where a start of the command line would only take longer. */
const backUpHere = (to: string, keys: readonly string[], days = 0) =>
  backUpNode({
    data: path("node"),
    to: path(to),
    keys: keys.map((name) => path(name)),
    nowMs: Date.now() + days * dayMs,
  });
const restore = (from: string, to: string, keys: string, ...more: string[]) =>
  runCli(["restore", "--from", path(from), "--data", path(to), "--keys", path(keys), ...more]);
const readManifest = async (name: string): Promise<SealedManifest> =>
  JSON.parse(await readFile(path(name, "manifest.json"), "utf8"));

function act(id: string, command: string, input: CanonicalObject) {
  return new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) }).act(command, input);
}

async function keep(subject: string): Promise<GivenPart> {
  const part = { subject, giver: demoNumber("grid-0"), salt: new Uint8Array(32), bytes: utf8(`{"words":"${canary}"}`) };
  const put = await ledger.subjects.put([part]);
  if ("refused" in put) throw new Error(put.refused);
  return { subject, giver: part.giver, commitment: put[0] ?? "" };
}

beforeAll(async () => {
  vi.stubEnv("MINGBAI_PASSPHRASE", passphrase);
  root = await mkdtemp(join(tmpdir(), "mingbai-backup-keys-"));
  for (const name of ["keys", "second", "empty"]) await mkdir(path(name));
  ledger = await openSmallLedger(path("node"));
  await writeSmallKeys(path("node"), passphrase);
  const all = [await keep(household), await keep(erased), await keep(kept)] as const;
  parts = all;
  const people = all.slice(1).map(({ subject, commitment }) => ({ subject, content: commitment }));
  const opened = { household, area: "fengxi-yunling", content: all[0].commitment, people };
  await act("grid-0", "registry.openHouseholds", { households: [opened] });
  const contents = await openSmallContents(path("node"), ledger);
  const draft = { account: demoNumber("grid-0"), id: "ab".repeat(8) };
  await contents.drafts.save(draft, { version: 0, content: { words: canary } });
  await contents.close();
  const { drops } = dataFolder(path("node"));
  await mkdir(join(drops, "office"), { recursive: true });
  await writeFile(join(drops, "office", "deposits.csv"), `name\n${canary}\n`);
  expect(await backUp("saved", ["keys", "second"])).toMatchObject({ code: 0 });
  await cp(path("saved"), path("moved away"), { recursive: true });
  expect(await restore("saved", "again", "second")).toMatchObject({ code: 0 });
  await cp(path("again"), path("of before", "data"), { recursive: true });
  await act("grid-0", "registry.requestErasure", { erasure, ground: "enteredByMistake", subjects: [erased] });
  await act("town-leader", "registry.decideErasure", { erasure, approve: true });
  await ledger.erased();
  await ledger.close();
}, testMsMax);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

describe("a backup within its term", () => {
  it("has nothing of people in clear, and everything sealed that is not the ledger's or a key of the node", async () => {
    const { files, seal } = await readManifest("saved");
    const unsealed = files.filter((file) => file.sealed !== true).map((file) => file.path.split("/")[0]);
    expect(new Set(unsealed)).toEqual(new Set(["genesis.json", "ledger", "node-key.json", "published"]));
    expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(["drops/office/deposits.csv"]));
    expect(seal.node).toMatch(/^[0-9a-f]{16}$/);
    expect(filesWith(await filesBelow(path("node")), canary)).toEqual(["drops/office/deposits.csv"]);
    expect(filesWith(await filesBelow(path("saved")), canary)).toEqual([]);
  });

  it(
    "is put back with the key of its week from any folder that has it, and erases what was decided since before it serves",
    async () => {
      for (const name of ["ledger", "published"]) {
        await rm(path("again", name), { recursive: true });
        await cp(path("node", name), path("again", name), { recursive: true });
      }
      const again = await openSmallLedger(path("again"));
      expect(again.subjects.isErased(erased)).toBe(true);
      const found = await again.subjects.findMany(parts);
      expect(found).toMatchObject([{ content: { words: canary } }, undefined, { content: { words: canary } }]);
      const contents = await openSmallContents(path("again"), again);
      const draft = { account: demoNumber("grid-0"), id: "ab".repeat(8) };
      expect(await contents.drafts.load(draft)).toMatchObject({ content: { words: canary } });
      await contents.close();
      await again.close();
    },
    testMsMax,
  );

  it("is not put back with another passphrase, nor without the key, which the error asks for", async () => {
    const args = ["restore", "--from", path("saved"), "--data", path("refused")];
    const other = await runCli([...args, "--keys", path("keys")], { MINGBAI_PASSPHRASE: "another" });
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining("passphrase") });
    const without = await restore("saved", "refused", "empty");
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining("--keys") });
    expect(without.err).toContain((await readManifest("saved")).seal.week);
    const beside = await runCli(args);
    expect(beside.err).toContain(path("backup-keys"));
    expect((await readdir(root)).filter((name) => name.startsWith("refused"))).toEqual([]);
  });

  it("with a byte changed in what is sealed is refused as what was not saved", async () => {
    const { files } = await readManifest("saved");
    const file = files.find((one) => one.sealed === true && one.path.endsWith(".kek"));
    if (file === undefined) throw new Error("no key of a generation");
    await cp(path("saved"), path("spoilt"), { recursive: true });
    const bytes = await readFile(path("spoilt", "data", file.path));
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(path("spoilt", "data", file.path), bytes);
    expect(await restore("spoilt", "refused", "keys")).toMatchObject({
      code: 1,
      err: expect.stringContaining("digest differs"),
    });
  });

  it(
    "made twice at once has one key, with which both are put back",
    async () => {
      await mkdir(path("of two"));
      const made = await Promise.all(["twin a", "twin b"].map((name) => backUpHere(name, ["of two"])));
      expect(made.flatMap((one) => one.made)).toHaveLength(1);
      for (const name of ["twin a", "twin b"])
        expect(await restore(name, `${name} again`, "of two")).toMatchObject({ code: 0 });
    },
    testMsMax,
  );
});

describe("the folder of keys", () => {
  it("is listed with weeks, nodes and ends, without passphrase and without a change", async () => {
    const before = await readdir(path("keys"));
    const { node, week } = (await readManifest("saved")).seal;
    const args = ["backup-keys", "--keys", path("keys")];
    const { code, out } = await runCli([...args, "--json"], { MINGBAI_PASSPHRASE: "another" });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ keys: [{ node, week, state: "ready" }] });
    const later = await runCli(args, daysOn(backupTermDays + 1));
    expect(later.out).toContain("term is over");
    expect((await runCli(["backup-keys", "--keys", path("empty")])).out).toContain("There is no key");
    expect(await readdir(path("keys"))).toEqual(before);
  });

  it.each<[string, string, string]>([
    ["is not there", "nowhere", "mount it"],
    ["lies within the data", "node/keys", "name a folder elsewhere"],
    ["is the data", "node", "name a folder elsewhere"],
  ])("that %s is refused, and no backup is made", async (_, keys, reason) => {
    if (keys === "node/keys") await mkdir(path(keys), { recursive: true });
    await expect(backUpHere("refused", [keys])).rejects.toThrow(reason);
    expect(await readdir(root)).not.toContain("refused");
    if (keys === "node/keys") await rm(path(keys), { recursive: true });
  });

  it("within the backup, or around it, is refused", async () => {
    await mkdir(path("within", "keys"), { recursive: true });
    await expect(backUpHere("within", ["within/keys"])).rejects.toThrow("name a folder elsewhere");
    await expect(backUpHere("keys/backup", ["keys"])).rejects.toThrow("name a folder elsewhere");
  });

  it("gets no key under a passphrase that does not open the node's own", async () => {
    const { code, err } = await backUp("refused", ["empty"], 0, { MINGBAI_PASSPHRASE: "mistyped" });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("node-key.json") });
    expect(await readdir(path("empty"))).toEqual([]);
    expect(await readdir(root)).not.toContain("refused");
  });

  it("is said to lie on the ledger's disk where it does", async () => {
    const { err } = await backUp("beside", ["keys"]);
    expect(err).toContain("same disk as the ledger");
  });

  it("keeps a clock that was set back from making a second key for an earlier week", async () => {
    await expect(backUpHere("refused", ["keys"], -30)).rejects.toThrow("set the clock");
  });
});

describe("a backup of before keys ended", () => {
  it(
    "is put back as it was, without any key",
    async () => {
      const { chain, height, appHash, madeMs } = await readManifest("saved");
      const files = await Promise.all(
        (await listBackedUp(path("of before", "data"))).map(async (name) => ({
          path: name,
          ...(await digestFile(path("of before", "data", name))),
        })),
      );
      // As it was written then, member by member: what reads it may change, and this may not.
      const manifest = { format: "mingbai/backup/1", chain, height, appHash, madeMs, files };
      await writeFile(path("of before", "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
      expect(await restore("of before", "of before again", "empty")).toMatchObject({ code: 0 });
      const again = await openSmallLedger(path("of before again"));
      expect(await again.subjects.findMany(parts)).toMatchObject(parts.map(() => ({ content: { words: canary } })));
      await again.close();
    },
    testMsMax,
  );
});

describe("a backup whose term is over", () => {
  beforeAll(async () => {
    const { code, err } = await backUp("much later", ["keys", "second"], backupTermDays + 1);
    expect(code).toBe(0);
    const { week } = (await readManifest("saved")).seal;
    for (const name of ["keys", "second"]) {
      expect(err).toContain(`Destroyed`);
      expect((await readdir(path(name))).filter((one) => one.includes(week))).toEqual([]);
      expect(await readdir(path(name))).toHaveLength(1);
    }
  }, testMsMax);

  it("opens with no secret that remains, by no way", async () => {
    const secrets = await remainingSecrets();
    const { files, seal, chain } = await readManifest("moved away");
    for (const secret of secrets) {
      const key = await generateSealingKey({ seed: secret });
      expect(await findBackupKey(seal.wrapped, key, { chain, week: seal.week })).toBeUndefined();
    }
    const sealed = files.filter((file) => file.sealed === true);
    expect(sealed.length).toBeGreaterThan(5);
    const contexts = [contextBytes.backupFile, contextBytes.subjectKeys, new Uint8Array()];
    for (const file of sealed) {
      const bytes = (await readFile(path("moved away", "data", file.path))).subarray(0, 200_000);
      for (const secret of secrets) {
        await expect(firstOf(openPieces(once(bytes), secret)), file.path).rejects.toThrow(SealedStreamDamaged);
        for (const context of contexts) {
          const stream = openStream(once(bytes.subarray(saltBytes)), { dataKey: secret, context });
          await expect(firstOf(stream), file.path).rejects.toThrow(SealedStreamDamaged);
        }
      }
    }
  });

  it("has no key of subjects that the node's own key would open, wherever it begins", async () => {
    const [secret] = await remainingSecrets();
    const { vault } = await deriveNodeKeys(secret ?? new Uint8Array(32));
    const { subjects } = dataFolder(path("moved away", "data"));
    const wrapped = await readFile(join(subjects, "keys", "even.kek"));
    const context = concat(contextBytes.subjectKeys, new Uint8Array(8));
    for (let at = 0; at + wrappedBytes <= wrapped.length; at++) {
      const window = wrapped.subarray(at, at + wrappedBytes);
      expect(await findDataKey({ wrapped: window, key: vault, context })).toBeUndefined();
    }
    await cp(subjects, path("tried"), { recursive: true });
    const opening = SubjectVault.open({ disk: nodeDisk(), folder: path("tried"), key: vault, now: () => 0 });
    await expect(opening).rejects.toThrow();
  });

  it("has nothing of people in any spelling, and gives back the ledger alone", async () => {
    expect(filesWith(await filesBelow(path("moved away")), canary)).toEqual([]);
    for (const more of [[], ["--past-term"]]) {
      const tried = await restore("moved away", "refused", "keys", ...more);
      expect(tried.code).toBe(1);
    }
    const later = ["restore", "--from", path("moved away"), "--data", path("refused"), "--keys", path("keys")];
    const told = await runCli([...later, "--past-term"], daysOn(backupTermDays + 1));
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining("opens no more") });
    await mkdir(path("ledger alone"));
    const alone = await restore("moved away", "ledger alone", "keys", "--ledger-only");
    expect(alone).toMatchObject({ code: 0 });
    expect((await readdir(path("ledger alone"))).sort()).toEqual(["genesis.json", "ledger", "published"]);
  });
});

/** Every secret of 32 bytes that who runs the node still has: its own, all made from it, the passphrase's, the later week's key. */
async function remainingSecrets(): Promise<Uint8Array[]> {
  const { secret } = await readKeyFile({ path: dataFolder(path("moved away", "data")).nodeKey, passphrase });
  const { seeds, vaultSeed } = await deriveNodeKeys(secret);
  const [name = ""] = await readdir(path("keys"));
  const { secret: later } = await readKeyFile({ path: path("keys", name), passphrase });
  return [secret, vaultSeed, ...Object.values(seeds), sha256(utf8(passphrase)), later];
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first piece that a stream gives; throws what it throws. */
async function firstOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  for await (const piece of stream) return piece;
  return undefined;
}
