import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDrop } from "@mingbai/app-department/drops/write-drop";
import { builtPages } from "@mingbai/app-web/test-pages";
import { type Source, sources } from "@mingbai/registry/content/facts/fact";
import { registryCommands } from "@mingbai/registry/schema";
import { comparisonRunsView } from "@mingbai/registry/views/comparison-runs";
import { verdictsOfView } from "@mingbai/registry/views/household-verdict";
import { householdsView } from "@mingbai/registry/views/households";
import { verdictsView } from "@mingbai/registry/views/verdicts";
import { villageReportView } from "@mingbai/registry/views/village-report";
import { actAs, type Client, createClient, signIn } from "@mingbai/sdk/index";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { makeCounty } from "../demo/county/make-county.ts";
import { demoHouseholds } from "../demo/demo-areas.ts";
import { demoNumber, demoSigner } from "../demo/demo-keys.ts";
import { countySeed } from "../demo/files/county-steps.ts";
import { type RunningNode, startNode } from "../start-node.ts";
import { weekdays } from "./clock/run-times.ts";

const Begun = z.object({ run: z.string() });
const households = 120;
const startMsMax = 240_000;
const flowMsMax = 60_000;
const patience = { timeout: 45_000, interval: 200 };
const hourMs = 3_600_000;
/** Where the demo is, in two hours at the soonest: the clock begins nothing while these tests run. */
const hour = new Date(Date.now() + (8 + 2) * hourMs).getUTCHours();
const county = makeCounty({ seed: countySeed, households: demoHouseholds });

let root: string;
let node: RunningNode;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-compared-"));
  const data = join(root, "node");
  await mkdir(data);
  const source = { name: "office", title: { en: "Data office", zh: "大数据局" }, sources: [...sources], kind: "file" };
  await writeFile(
    join(data, "departments.json"),
    JSON.stringify({ sources: [source], clock: { days: weekdays, hour } }),
  );
  node = await startNode(
    { port: 0, data, webFolder: await builtPages(), databaseUrl: undefined, demo: true, households, logLevel: "warn" },
    {
      say: () => undefined,
      onFatal(error) {
        throw error;
      },
    },
  );
  await node.told;
}, startMsMax);
afterAll(async () => {
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

const town = { signer: demoSigner("town-clerk"), keyId: demoNumber("key town-clerk") };

async function signedIn(who: { signer: typeof town.signer; keyId: string }): Promise<Client> {
  const client = createClient({ url: node.url });
  await signIn(client, who);
  return client;
}

/** What departments know of these households' people, dropped as lists. */
async function dropFacts(kept: ReadonlySet<string>): Promise<void> {
  const people = [...county.households].filter(({ household }) => kept.has(household)).flatMap((one) => one.people);
  const numbers = new Set(people.map(({ values }) => values.identityNumber));
  const facts = [...county.facts()].filter(({ about }) => numbers.has(about));
  const folder = join(root, "node", "drops", "office");
  for (const [source, ofSource] of Map.groupBy(facts, (fact): Source => fact.source))
    await writeDrop(folder, { list: source, day: county.day, format: "csv", facts: ofSource });
}

describe("a node of the demo", () => {
  it(
    "compares the files that its people signed with what departments dropped",
    async () => {
      const client = await signedIn(town);
      const { rows } = await vi.waitFor(async () => {
        const list = await client.ask(householdsView, { limit: 200 });
        expect(list.households).toBeGreaterThanOrEqual(households);
        return list;
      }, patience);
      const kept = new Set<string>(rows.map(({ household }) => household));
      await dropFacts(kept);
      const planted = county
        .planted()
        .hasCar.faults.flatMap((fault) => fault.households)
        .filter((one) => kept.has(one));
      const { run } = await post(client, {});
      await vi.waitFor(async () => {
        const { rows: runs } = await client.ask(comparisonRunsView, { run });
        expect(runs).toMatchObject([{ state: "done", by: demoNumber("town-clerk"), trouble: null }]);
      }, patience);
      const cars = await client.ask(verdictsView, { rule: "car", limit: 200 });
      expect(cars.rows.map(({ household }) => household).sort()).toEqual([...planted].sort());
      const { levels } = cars;
      expect(levels.red + levels.yellow + levels.green).toBe(kept.size);
      const [line] = (await client.ask(verdictsView, { limit: 1 })).rows;
      await expect(client.ask(verdictsOfView, { household: line?.household ?? "" })).rejects.toMatchObject({
        code: "FILE_NOT_OPENED",
      });
      const clerk = await actAs(client, { ...town, commands: { registry: registryCommands } });
      await clerk.does.registry.openFiles({ purpose: "review", households: [line?.household ?? ""] });
      await vi.waitFor(async () => {
        const shown = await client.ask(verdictsOfView, { household: line?.household ?? "" });
        expect(shown.verdict?.level).toBe(line?.level);
      }, patience);
    },
    flowMsMax,
  );

  it(
    "says when the clock begins the next run, as its configuration has it",
    async () => {
      const client = await signedIn(town);
      await vi.waitFor(async () => {
        const { nextMs } = await client.ask(comparisonRunsView, {});
        expect(new Date((nextMs ?? 0) + 8 * hourMs).getUTCHours()).toBe(hour);
        expect(nextMs ?? 0).toBeGreaterThan(Date.now());
      }, patience);
    },
    flowMsMax,
  );

  it(
    "checks one of its villages",
    async () => {
      const client = await signedIn(town);
      const [village] = county.villages.filter(({ township }) => township.area === "fengxi");
      const { run } = await post(client, { village: village?.code, ask: false });
      await vi.waitFor(async () => {
        const { rows } = await client.ask(comparisonRunsView, { run });
        expect(rows).toMatchObject([{ state: "done", village: village?.code }]);
      }, patience);
      const { report } = await client.ask(villageReportView, { village: village?.code ?? "" });
      expect(report).toMatchObject({ unchecked: 0, area: { id: village?.area } });
      expect(report?.households).toBeGreaterThan(0);
    },
    flowMsMax,
  );
});

async function post(client: Client, body: object): Promise<{ run: string }> {
  const headers = { "content-type": "application/json" };
  const answer = await client.send("/api/comparison/runs", { method: "POST", headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(202);
  return Begun.parse(await answer.json());
}
