import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listDivisions } from "@mingbai/registry/content/entry/list-divisions";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { formHeaderScore } from "@mingbai/registry/content/import/guess/form-header-score";
import { guessMapping } from "@mingbai/registry/content/import/guess/guess-mapping";
import { planImport } from "@mingbai/registry/content/import/plan/plan-import";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { readHouseholds } from "@mingbai/registry/content/import/read/read-households";
import { registryCommands } from "@mingbai/registry/schema";
import { householdView } from "@mingbai/registry/views/household";
import { householdsView } from "@mingbai/registry/views/households";
import { importsView } from "@mingbai/registry/views/import";
import { importHouseholds } from "@mingbai/sdk/household-import/import-households";
import { type ImportJournal, memoryJournal } from "@mingbai/sdk/household-import/import-step";
import { alikeAtNode, knownAtNode } from "@mingbai/sdk/household-import/known-at-node";
import { undoImport } from "@mingbai/sdk/household-import/undo-import";
import { actAs, type Client, createClient, signIn } from "@mingbai/sdk/index";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { readTable } from "@mingbai/tabular/read/read-table";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvBytes } from "./demo/county/lists/list-bytes.ts";
import { townshipLists } from "./demo/county/lists/township-lists.ts";
import { makeCounty } from "./demo/county/make-county.ts";
import { demoHouseholds } from "./demo/demo-areas.ts";
import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import type { RunningNode } from "./start-node.ts";
import { startSmallNode } from "./test-small-node.ts";

const startMsMax = 120_000;
const flowMsMax = 60_000;
const county = makeCounty({ seed: 20_261_122, households: demoHouseholds });
const listed = 300;
const villages = county.villages.filter(({ township }) => township.area === "fengxi");
const list = [...townshipLists(county)].find(({ name }) => name.startsWith("枫溪"));

let root = "";
let node: RunningNode;
let client: Client;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-import-"));
  node = await startSmallNode(root);
  client = await asClerk();
}, startMsMax);
afterAll(async () => {
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

const clerk = { signer: demoSigner("town-clerk"), keyId: demoNumber("key town-clerk") };

async function asClerk(send: typeof fetch = fetch): Promise<Client> {
  const made = createClient({ url: node.url, fetch: send });
  await signIn(made, clerk);
  return made;
}

/** The first households of the township's list, as they are read from its file. */
function readList(): ReadHousehold[] {
  if (list === undefined) throw new Error("the county has no such list");
  const table = readTable(Buffer.concat([...csvBytes(list, "utf-8")]), formHeaderScore(countyForm));
  const divisions = listDivisions(villages.map(({ code, zh }) => ({ code, name: zh })));
  const { mapping } = guessMapping([table], countyForm, { divisions });
  const options = { day: county.day, divisions, maskName: (name: string) => name };
  const parts = [...readHouseholds([table], mapping, countyForm, options)];
  return parts.flatMap((part) => (part.kind === "household" ? [part.household] : [])).slice(0, listed);
}

const areaOf = ({ read }: PlannedHousehold) =>
  villages.find(({ code }) => code === read.household.values.village)?.area;

function desk(on: Client) {
  const actor = () => actAs(on, { ...clerk, commands: { registry: registryCommands } });
  const ports = { known: knownAtNode({ client: on, actor }), alike: alikeAtNode(on) };
  return {
    actor,
    plan: (households: readonly ReadHousehold[]) => planImport(households, { ...ports, withoutDisputed: true }),
    run: (households: readonly ReadHousehold[], number: string, journal: ImportJournal = memoryJournal()) =>
      importHouseholds({
        client: on,
        actor,
        import: number,
        form: countyForm.version,
        planned: (leftOut) => planImport(households.slice(leftOut), ports),
        areaOf,
        journal,
      }),
  };
}

async function found(params: object) {
  const { households, people, rows } = await client.ask(householdsView, { limit: 200, ...params });
  return { households, people, rows };
}

/** Breaks the 1st, 2nd, 4th, 7th … request that writes, in turn before it goes and after it was answered. */
function breaking(): typeof fetch {
  let [requests, next, step] = [0, 1, 1];
  return async (input, init) => {
    const isWrite = init?.method === "POST" && /parts|transactions/.test(String(input));
    if (!isWrite || ++requests !== next) return fetch(input, init);
    next += step++;
    if (step % 2 === 0) throw new TypeError("cut before");
    await fetch(input, init);
    throw new TypeError("cut after");
  };
}

describe("a township's list at a node", () => {
  const number = demoNumber("import one");

  it(
    "is imported once however often it breaks off, known again as it is, changed field by field, and taken back",
    async () => {
      const households = readList();
      const ready = households.filter(({ state }) => state === "ready" || state === "doubts");
      expect(ready.length).toBeGreaterThan(200);
      const journal = memoryJournal();
      const broken = await asClerk(breaking());
      let breaks = 0;
      const tryAgain = async () => {
        for (;;) {
          try {
            return await desk(broken).run(households, number, journal);
          } catch (fault) {
            if (!(fault instanceof TypeError) || ++breaks > 20) throw fault;
          }
        }
      };
      const { counts, refused, height } = await tryAgain();
      expect(breaks).toBeGreaterThan(0);
      expect(refused).toEqual([]);
      expect(counts.taken).toBe(households.length);
      expect(counts.opened + counts.queued).toBe(households.length);
      expect(counts.opened).toBeGreaterThan(ready.length * 0.9);
      await waitForTables(client, height);
      const opened = await found({ import: number });
      expect([opened.households, opened.people]).toEqual([counts.opened, counts.people]);

      const again = await desk(client).run(households, demoNumber("import again"));
      expect(again.counts).toMatchObject({ opened: 0, changed: 0, same: counts.opened, queued: counts.queued });
      expect(again.height).toBe(0);
    },
    flowMsMax,
  );

  it(
    "changes what the list says otherwise, and is taken back without what others changed since",
    async () => {
      const change = demoNumber("import changes");
      const households = readList().slice(0, 40);
      const longer = households.map((read) => ({
        ...read,
        household: { ...read.household, values: { ...read.household.values, team: "9 组" } },
      }));
      const { counts, height } = await desk(client).run(longer, change);
      expect(counts.changed).toBeGreaterThan(30);
      await waitForTables(client, height);
      const [row] = (await found({ import: number, text: "9 组" })).rows;
      const undone = await undoImport({ client, actor: desk(client).actor, import: change, form: countyForm.version });
      expect(undone).toMatchObject({ withdrawn: 0, restored: counts.changed, left: 0, refused: [] });
      const file = await client.ask(householdView, { household: row?.household ?? "" });
      expect(file.values.team).not.toBe("9 组");
      const second = await undoImport({ client, actor: desk(client).actor, import: change, form: countyForm.version });
      expect(second.restored).toBe(0);

      const all = await undoImport({ client, actor: desk(client).actor, import: number, form: countyForm.version });
      const before = (await client.ask(importsView, {})).rows.find((one) => one.import === number);
      expect(all.withdrawn).toBeGreaterThan(0);
      expect(all.left).toBe(counts.changed);
      expect(before).toMatchObject({ withdrawn: all.withdrawn, changedSince: counts.changed });
      expect((await found({ import: number })).households).toBe(counts.changed);
    },
    flowMsMax,
  );

  it(
    "waits for a person where people live in households that others keep",
    async () => {
      const civil = { signer: demoSigner("civil-clerk"), keyId: demoNumber("key civil-clerk") };
      const bureau = createClient({ url: node.url });
      await signIn(bureau, civil);
      const actor = () => actAs(bureau, { ...civil, commands: { registry: registryCommands } });
      const planned: PlannedHousehold[] = [];
      const known = knownAtNode({ client: bureau, actor });
      for await (const one of planImport(readList().slice(0, 20), { known })) planned.push(one);
      expect(planned.some(({ outcome }) => outcome === "conflict")).toBe(true);
      expect(planned.flatMap(({ conflicts }) => conflicts).every(({ why }) => why === "keptElsewhere")).toBe(true);
    },
    flowMsMax,
  );
});
