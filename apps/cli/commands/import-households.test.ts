import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import type { RunningNode } from "@mingbai/app-node/start-node";
import { startSmallNode } from "@mingbai/app-node/test-small-node";
import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { householdsView } from "@mingbai/registry/views/households";
import { createClient, signIn } from "@mingbai/sdk/index";
import { textWorkbook } from "@mingbai/tabular/workbook/test-archive";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const startMsMax = 120_000;
const flowMsMax = 120_000;
const person = "town-clerk";
let folder = "";
let node: RunningNode;
let at: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-households-"));
  node = await startSmallNode(folder);
  const key = join(folder, "clerk.json");
  const secret = sha256(utf8(`mingbai demo key: ${person}`));
  const { publicKey } = demoSigner(person);
  await writeKeyFile({ path: key, kind: "ed25519", publicKey, secret, passphrase: "of a test" });
  at = ["--key", key, "--as", demoNumber(`key ${person}`), "--url", node.url];
}, startMsMax);
afterAll(async () => {
  await node?.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = [
  "户编号,姓名,与户主关系,出生日期,行政村,家庭住址",
  "T-1,钟开泰,户主,1960-03-02,339901105201,云岭村 1 号",
  "T-1,钟怀玉,配偶,1962-05-20,339901105201,云岭村 1 号",
  "T-2,宋青禾,户主,1971-11-30,339901105201,云岭村 2 号",
  "T-3,石见青,户主,没记住,339901105201,云岭村 3 号",
];

const pair = {
  户表: [
    ["户编号", "行政村", "家庭住址"],
    ["T-4", "339901105201", "云岭村 4 号"],
    ["T-5", "339901105201", "云岭村 5 号"],
  ],
  成员表: [
    ["户编号", "姓名", "与户主关系", "出生日期"],
    ["T-4", "钟开泰", "户主", "1960-03-02"],
    ["T-4", "钟怀玉", "配偶", "1962-05-20"],
    ["T-5", "石见青", "户主", "没记住"],
  ],
  说明: [["填表说明"], ["无"]],
};

async function listed(): Promise<readonly string[]> {
  const client = createClient({ url: node.url });
  await signIn(client, { signer: demoSigner(person), keyId: demoNumber(`key ${person}`) });
  return (await client.ask(householdsView, {})).rows.map(({ head }) => head);
}

describe("mingbai import households", () => {
  it(
    "says what is wrong and what it would write, writes the rest once, and takes it back",
    async () => {
      const file = join(folder, "list.csv");
      await writeFile(file, `${rows.join("\n")}\n`);
      const data = ["--data", join(folder, "data"), "--place", "339901105201=fengxi-yunling"];
      const run = (...more: string[]) => runCli(["import", "households", file, ...at, ...data, ...more]);

      const dry = await run("--dry-run", "--json");
      expect(dry.err).toContain("户编号  →  household Number");
      expect(dry.err).toContain("row 5");
      expect(JSON.parse(dry.out)).toMatchObject({ counts: { taken: 3, opened: 2, people: 3, queued: 1 } });
      const unasked = await run();
      expect(unasked).toMatchObject({ code: 1, err: expect.stringContaining("--yes takes them as they are") });
      expect(await listed()).toEqual([]);

      const written = await run("--yes", "--json");
      expect(written.code).toBe(0);
      const { import: number, counts } = JSON.parse(written.out);
      expect(counts).toMatchObject({ opened: 2, people: 3, queued: 1 });
      expect(await listed()).toEqual(["钟开泰", "宋青禾"]);
      const again = await run("--yes", "--json");
      expect(JSON.parse(again.out)).toMatchObject({ import: number, counts: { taken: 0 } });

      const undone = await runCli(["import", "undo", number, ...at]);
      expect(undone).toMatchObject({ code: 0, err: expect.stringContaining("2 households withdrawn") });
      expect(await listed()).toEqual([]);
    },
    flowMsMax,
  );

  it(
    "takes households from one sheet and their people from another, and says on which a fault stands",
    async () => {
      const file = join(folder, "pair.xlsx");
      await writeFile(file, await textWorkbook(pair));
      const data = ["--data", join(folder, "pair"), "--place", "339901105201=fengxi-yunling"];
      const run = (...more: string[]) => runCli(["import", "households", file, ...at, ...data, ...more]);
      const sheets = ["--sheet", "成员表", "--sheet", "户表"];

      const dry = await run(...sheets, "--dry-run", "--json");
      expect(dry.err).toContain("户表:\n  户编号  →  household Number");
      expect(dry.err).toContain("成员表 row 4");
      expect(JSON.parse(dry.out)).toMatchObject({ counts: { taken: 2, opened: 1, people: 2, queued: 1 } });
      const written = await run(...sheets, "--yes", "--json");
      const { import: number, counts } = JSON.parse(written.out);
      expect(counts).toMatchObject({ opened: 1, people: 2, queued: 1 });
      expect(await listed()).toEqual(["钟开泰"]);
      await runCli(["import", "undo", number, ...at]);

      const apart = await run("--sheet", "成员表", "--sheet", "说明", "--dry-run");
      expect(apart).toMatchObject({ code: 1, err: expect.stringContaining("do not belong together") });
      const three = await run(...sheets, "--sheet", "说明");
      expect(three).toMatchObject({ code: 1, err: expect.stringContaining("one of households and one of people") });
    },
    flowMsMax,
  );

  it.each([
    ["--place", "云岭村=yunling", "12 digits"],
    ["--day", "22.11.2026", "such as 2026-11-22"],
    ["--mapping", "/nowhere.json", "there is no /nowhere.json"],
  ])("says what is wrong with %s", async (flag, value, words) => {
    const file = join(folder, "other.csv");
    await writeFile(file, `${rows.join("\n")}\n`);
    const { code, err } = await runCli(["import", "households", file, ...at, "--data", join(folder, "d"), flag, value]);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });
});
