import { mkdtemp, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoGenesis } from "@mingbai/app-node/demo/found-demo";
import { firstRosterNote } from "@mingbai/app-node/founding/first-roster-note";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { vectorKey } from "@mingbai/log/merkle/vector-keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { openAccounts, openSmallLedger } from "../testing/small-ledger.ts";
import { type FolderReport, verifyFolder } from "../verify-log/verify-folder.ts";

let folder = "";
let data = "";
const quiet = { pinned: [], onProgress: (): void => undefined };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-verify-log-"));
  data = join(folder, "node");
  const ledger = await openSmallLedger(data);
  // More than a snapshot's 1,024 heights, and more than four full tiles.
  await openAccounts(ledger, "verified", 1_030);
  await ledger.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sound = { fault: undefined, damage: [], differences: [], published: 1_030, snapshots: 1 };
const stranger: NoteKey = { ...vectorKey("a stranger", noteKeyTypes.ed25519).key };

/** The report while one byte of a file is another, which is put back afterwards. */
async function withByteChanged(path: string, offset: number): Promise<FolderReport> {
  const file = await open(join(data, path), "r+");
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, offset);
  try {
    await file.write(Uint8Array.of((byte[0] ?? 0) ^ 1), 0, 1, offset);
    return await verifyFolder(data, quiet);
  } finally {
    await file.write(byte, 0, 1, offset);
    await file.close();
  }
}

describe("mingbai verify-log", () => {
  it("finds a sound folder sound", async () => {
    expect(await verifyFolder(data, quiet)).toMatchObject(sound);
  });

  it("names the file and the offset of a byte in the block log", async () => {
    const path = "ledger/blocks/0000000000000000.segment";
    const { damage } = await withByteChanged(path, 1_000);
    expect(damage).toMatchObject([{ file: join(data, path), offset: expect.any(Number) }]);
    expect(Math.abs((damage[0]?.offset ?? 0) - 1_000)).toBeLessThan(1_024);
  });

  it.each(["published/tile/0/000", "published/tile/entries/003", "published/tile/1/000.p/4"])(
    "names a published tile that the leaves do not give: %s",
    async (path) => {
      const { differences } = await withByteChanged(path, 70);
      expect(differences).toEqual([`${path.slice("published/".length)} is not what the leaves give`]);
    },
  );

  it("names a snapshot with a changed byte", async () => {
    const path = "ledger/snapshots/0000000000001024.snapshot";
    const { damage } = await withByteChanged(path, 3_000);
    expect(damage).toMatchObject([{ file: join(data, path) }]);
  });

  it("has changed nothing by looking, and its exit code and words say what it found", async () => {
    const checkpoint = await readFile(join(data, "published/checkpoint"), "utf8");
    const { code, out } = await runCli(["verify-log", "--data", data]);
    expect({ code, first: out.split("\n")[0] }).toEqual({ code: 0, first: "✓ The whole log holds" });
    expect(await readFile(join(data, "published/checkpoint"), "utf8")).toBe(checkpoint);
    expect(checkpoint.split("\n")[1]).toBe("1030");
  });

  it("judges checkpoints by the key of the genesis roster, or by the one that is pinned", async () => {
    const { checkpoints } = await verifyFolder(data, quiet);
    expect(checkpoints).toBeGreaterThan(1);
    const own = { ...stranger, name: checkpointName(await readFile(join(data, "published/checkpoint"), "utf8")) };
    const { differences } = await verifyFolder(data, { ...quiet, pinned: [own] });
    expect(differences.length).toBe(checkpoints);
    expect(differences[0]).toBe("checkpoint 0 is not signed by the log's key");
  });

  it.each([
    ["is missing", async (path: string) => rename(path, `${path}.away`)],
    [
      "is changed",
      async (path: string) => writeFile(path, (await readFile(path, "utf8")).replace('"power":1', '"power":2')),
    ],
    ["is another ledger's", async (path: string) => writeFile(path, await strangersRoster())],
  ])("names the roster's note where it %s", async (_, spoil) => {
    const path = join(data, "published/roster/0");
    const text = await readFile(path, "utf8");
    await spoil(path);
    const { differences } = await verifyFolder(data, quiet);
    await writeFile(path, text);
    expect(differences.some((difference) => difference.startsWith("roster/0"))).toBe(true);
  });

  it("works beside a running node, up to what it has acknowledged, and disturbs nothing", async () => {
    const ledger = await openSmallLedger(data);
    const writing = openAccounts(ledger, "meanwhile", 70);
    const acknowledged = ledger.chain.head.logSize;
    const first = await runCli(["verify-log", "--data", data, "--json"]);
    await writing;
    await ledger.published.publish();
    const last = await runCli(["verify-log", "--data", data, "--json"]);
    await ledger.close();
    expect(first).toMatchObject({ code: 0 });
    expect(JSON.parse(first.out).transactions).toBeGreaterThanOrEqual(acknowledged);
    expect(JSON.parse(last.out)).toMatchObject({ transactions: 1_100, published: 1_100, damage: [], differences: [] });
  });

  it("says what to do where there is no ledger", async () => {
    const absent = await runCli(["verify-log", "--data", join(folder, "absent")]);
    expect(absent).toMatchObject({ code: 1, err: expect.stringContaining("--data") });
  });
});

const checkpointName = (text: string): string => text.split("\n")[0] ?? "";

async function strangersRoster(): Promise<string> {
  const keys = await deriveNodeKeys(new Uint8Array(32));
  const genesis = demoGenesis({ timeMs: 1, keys, origin: "http://localhost" });
  return (await firstRosterNote(genesis, [keys.organisation])) ?? "";
}
