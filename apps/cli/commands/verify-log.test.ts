import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { openAccounts, openSmallLedger } from "../testing/small-ledger.ts";
import { type FolderReport, verifyFolder } from "../verify-log/verify-folder.ts";

let folder = "";
let data = "";
const quiet = (): void => undefined;

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

  it("says what to do where the node runs, and where there is no ledger", async () => {
    const ledger = await openSmallLedger(data);
    const running = await runCli(["verify-log", "--data", data]);
    await ledger.close();
    expect(running).toMatchObject({ code: 1, err: expect.stringContaining("stop its node first") });
    const absent = await runCli(["verify-log", "--data", join(folder, "absent")]);
    expect(absent).toMatchObject({ code: 1, err: expect.stringContaining("--data") });
  });
});
