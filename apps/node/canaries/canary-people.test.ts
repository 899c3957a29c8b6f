import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtPages } from "@mingbai/app-web/test-pages";
import { toHex } from "@mingbai/codec/hex";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { alikeView } from "@mingbai/registry/views/alike";
import { erasuresView } from "@mingbai/registry/views/erasures";
import { householdView } from "@mingbai/registry/views/household";
import { householdsView } from "@mingbai/registry/views/households";
import { createClient, signIn } from "@mingbai/sdk/index";
import { enterDesk, goTo, openDesk } from "@mingbai/testkit/browser/at-desk";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { deepCount } from "@mingbai/testkit/deep";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { DemoClock } from "../demo/demo-clock.ts";
import { demoNumber, demoSigner } from "../demo/demo-keys.ts";
import { FileDesk } from "../demo/files/file-desk.ts";
import { putDemoNames } from "../demo/put-demo-names.ts";
import { openOrFound } from "../founding/open-or-found.ts";
import { LocalActor } from "../local-actor.ts";
import type { DurableMarks } from "../open-ledger.ts";
import { ProjectorProcess } from "../projector/start-projector.ts";
import { type RunningNode, startNode } from "../start-node.ts";
import { SubjectVault } from "../subjects/subject-vault.ts";
import { filesBelow, filesWith } from "../test-canaries.ts";
import { canaryHouseholds } from "./test-canary-people.ts";
import { keptInBrowser } from "./test-kept-in-browser.ts";
import { Needles } from "./test-needles.ts";

const people = deepCount(400, 10_000);
const testMsMax = 1_200_000;
const openedAtOnce = 500;
const households = canaryHouseholds(people);
const canaries = households.flatMap((household) => household.canaries);
const needles = new Needles(canaries);
/** What a person typed to find one, and where their file is. */
const sought = households[7];
const said: string[] = [];

let root = "";
let node: RunningNode;
let chain = "";
let isRunning = true;
/** How far the ledger was durable when all files were in it. */
let marks: DurableMarks;

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation((line) => said.push(String(line)) > 0);
  root = await mkdtemp(join(tmpdir(), "mingbai-canaries-"));
  const onFatal = (error: Error) => void said.push(String(error));
  const options = { port: 0, data: join(root, "node"), databaseUrl: undefined, demo: true, logLevel: "info" } as const;
  const { ledger } = await openOrFound(options, { folder: dataFolder(options.data), clock: new DemoClock(), onFatal });
  await putDemoNames(ledger);
  const as = (id: string) => new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
  const desk = new FileDesk({ ledger, as }, "grid-0");
  for (let at = 0; at < households.length; at += openedAtOnce) await desk.open(households.slice(at, at + openedAtOnce));
  marks = ledger.marks();
  chain = toHex(ledger.chain.chain);
  await ledger.close();
  node = await startNode({ ...options, webFolder: await builtPages() }, { say: (step) => said.push(step), onFatal });
  await tablesRead();
}, testMsMax);
afterAll(async () => {
  if (isRunning) await node?.close();
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

async function clientOf(id: string) {
  const client = createClient({ url: node.url });
  await signIn(client, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
  return client;
}

/** Until the keeper's own tables have every household. */
async function tablesRead(): Promise<void> {
  const client = await clientOf("grid-0");
  while ((await client.ask(householdsView, {})).households < households.length)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** What somebody is answered: rows, or the problem. */
async function answerOf(asked: Promise<unknown>): Promise<string> {
  return JSON.stringify(await asked.catch((error: unknown) => String(error)));
}

describe(`${people} canary people in household files`, () => {
  it("are looked for in enough spellings to be found where they stand", () => {
    expect(canaries).toHaveLength((people / 4) * (4 + 4 * 3));
    expect(needles.count).toBeGreaterThan(canaries.length * 20);
    const [text = ""] = canaries;
    for (const encoding of ["utf8", "hex", "base64"] as const)
      expect([...needles.findIn(Buffer.from(`xx${Buffer.from(text).toString(encoding)}yy`))]).toEqual([text]);
  });

  it(
    "are in the tables of who keeps their files",
    async () => {
      const clerk = await clientOf("town-clerk");
      const { rows } = await clerk.ask(householdsView, { text: sought?.values.number as string });
      expect(rows.map(({ head }) => head)).toEqual([sought?.people[0]?.values.name]);
    },
    testMsMax,
  );

  it(
    "are in nothing that others are answered, and in no public page, list or log file",
    async () => {
      const text = String(sought?.people[0]?.values.identityNumber);
      const household = sought?.household ?? "";
      const answers: string[] = [];
      for (const id of ["civil-clerk", "supplier-0", "visitor-0", "bank"]) {
        const client = await clientOf(id);
        const name = String(sought?.people[0]?.values.name);
        answers.push(
          await answerOf(client.ask(householdsView, { limit: 200 })),
          await answerOf(client.ask(householdsView, { text })),
          await answerOf(client.ask(householdView, { household })),
          await answerOf(client.ask(alikeView, { name })),
          await answerOf(client.ask(erasuresView, {})),
        );
      }
      const paths = ["/public", "/public/notices", "/api/ocds", "/api/openapi.json", "/checkpoint", "/metrics"];
      for (const path of [...paths, "/api/queries/explorer.blocks", "/api/queries/registry.publicCases"])
        answers.push(await (await fetch(node.url + path)).text());
      expect([...needles.findIn(Buffer.from(answers.join("\n")))]).toEqual([]);
    },
    testMsMax,
  );

  it(
    "are in nothing that the keeper's browser keeps after it listed, sought, opened and began to change files",
    async () => {
      const browser = await launchBrowser();
      const page = await openDesk(browser, { url: node.url, name: "陶然", path: "/registry" });
      await page.locator(".registry-table tbody tr").first().waitFor();
      await goTo(page, `/registry?text=${encodeURIComponent(String(sought?.values.number))}`);
      await page.locator(".registry-table tbody tr", { hasText: String(sought?.people[0]?.values.name) }).waitFor();
      await goTo(page, `/registry/${sought?.household}`);
      await page.getByRole("button", { name: "走访", exact: true }).click();
      await page.locator(".household-panes").waitFor();
      await goTo(page, `/registry/${sought?.household}/edit`);
      await page.locator("form").first().waitFor();
      const kept = await keptInBrowser(page);
      expect(kept.length).toBeGreaterThan(100);
      expect([...needles.findIn(kept)]).toEqual([]);
      await enterDesk(page, { url: node.url, name: "上官晚晴", path: "/registry" });
      expect([...needles.findIn(await keptInBrowser(page))]).toEqual([]);
      await browser.close();
    },
    testMsMax,
  );

  it(
    "are in no file of the ledger, the vault and whatever else the keeper's node writes beside its tables",
    async () => {
      await node.close();
      isRunning = false;
      const files = await filesBelow(join(root, "node"));
      const beside = new Map([...files].filter(([path]) => !path.startsWith("postgres/")));
      expect([...beside.keys()].some((path) => path.startsWith("subjects/"))).toBe(true);
      expect(needles.inFiles(beside)).toEqual([]);
      const inTables = new Map([...files].filter(([path]) => path.startsWith("postgres/")));
      expect(filesWith(inTables, String(sought?.people[0]?.values.name))).not.toEqual([]);
    },
    testMsMax,
  );

  it(
    "are in no table, and in no file, of a node that has the whole ledger and is entitled to none of it",
    async () => {
      const other = join(root, "other");
      for (const part of ["genesis.json", "ledger", "published"])
        await cp(join(root, "node", part), join(other, part), { recursive: true });
      const vaultSeed = new Uint8Array(32).fill(9);
      const key = await generateSealingKey({ seed: vaultSeed });
      const empty = { disk: nodeDisk(), folder: dataFolder(other).subjects, key, now: () => 0 };
      const subjects = await SubjectVault.open(empty);
      const server = await startPostgres({ folder: dataFolder(other).postgres, log: (line) => said.push(line) });
      const { connectionString } = server;
      const projector = new ProjectorProcess({
        kind: "start",
        dataFolder: other,
        connectionString,
        chain,
        vaultSeed: toHex(vaultSeed),
      });
      const { blocks, bodies } = marks;
      projector.tell({ blocks, bodies, vaultEntries: 0, subjects: subjects.marks });
      await projector.reached(blocks);
      await projector.stop();
      await server.stop();
      await subjects.close();
      const files = await filesBelow(other);
      expect([...files.keys()].some((path) => path.startsWith("postgres/"))).toBe(true);
      expect(needles.inFiles(files)).toEqual([]);
    },
    testMsMax,
  );

  it("are in nothing that was logged on the way", () => {
    const log = Buffer.from(said.join("\n"));
    expect(log.length).toBeGreaterThan(1_000);
    expect([...needles.findIn(log)]).toEqual([]);
  });
});
