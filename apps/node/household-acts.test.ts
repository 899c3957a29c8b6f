import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { governanceCommands } from "@mingbai/governance/schema";
import type { SubjectPart } from "@mingbai/registry/content/file/part";
import type { Values } from "@mingbai/registry/content/file/value";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { solarField, withNewField } from "@mingbai/registry/content/form/testing/change-form";
import { firstParts } from "@mingbai/registry/content/send/first-parts";
import { registryCommands } from "@mingbai/registry/schema";
import { accessView } from "@mingbai/registry/views/access";
import { formsView, formView } from "@mingbai/registry/views/form";
import { historyView } from "@mingbai/registry/views/history";
import { type HouseholdFile, householdView } from "@mingbai/registry/views/household";
import { householdsView } from "@mingbai/registry/views/households";
import { keepParts } from "@mingbai/sdk/contents";
import { actAs, type Client, createClient, signIn, submitCommand } from "@mingbai/sdk/index";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import type { RunningNode } from "./start-node.ts";
import { startSmallNode } from "./test-small-node.ts";

const startMsMax = 120_000;
const flowMsMax = 60_000;
const dayMs = 24 * 60 * 60 * 1_000;
const area = "fengxi-yunling";

let root = "";
let node: RunningNode;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-households-"));
  node = await startSmallNode(root);
}, startMsMax);
afterAll(async () => {
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

/** Somebody of the demo at this node, over HTTP. Each act is read by the tables before it is over. */
async function as(id: string) {
  const key = { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) };
  const client: Client = createClient({ url: node.url });
  await signIn(client, key);
  const commands = { registry: registryCommands, governance: governanceCommands };
  const act = async (command: string, input: CanonicalObject): Promise<string> => {
    const actor = await actAs(client, { ...key, commands });
    const { id: transaction, height } = await submitCommand(client, await actor.sign(command, input));
    await waitForTables(client, height);
    return transaction;
  };
  const keep = (said: readonly { subject: string; part: SubjectPart }[]) =>
    keepParts(
      client,
      said.map(({ subject, part }) => ({
        subject,
        salt: new Uint8Array(randomBytes(32)),
        bytes: canonicalBytes(part),
      })),
    );
  const open = async (household: string, purpose = "visit"): Promise<HouseholdFile> => {
    await act("registry.openFiles", { purpose, households: [household] });
    return client.ask(householdView, { household });
  };
  return { client, act, keep, open };
}

const householdOf = (name: string) => demoNumber(`household ${name}`);
const personOf = (name: string) => demoNumber(`person of ${name}`);
const namesIn = ({ residents }: HouseholdFile) => residents.map(({ values }) => values.name);

/** Begins the file of a household: its people by name, the head first. */
async function begin(who: Awaited<ReturnType<typeof as>>, name: string, people: readonly string[]): Promise<string> {
  const household = householdOf(name);
  const valuesOf = (person: string, at: number): Values => ({ name: person, relation: at === 0 ? "01" : "30" });
  const said = firstParts(
    {
      household,
      values: { number: `T-${name}`, village: "339901105201" },
      people: people.map((one, at) => ({ person: personOf(one), values: valuesOf(one, at) })),
    },
    { form: countyForm.version, reason: "visit" },
  );
  const [content = "", ...contents] = await who.keep(said);
  const first = people.map((one, at) => ({ subject: personOf(one), content: contents[at] ?? "" }));
  await who.act("registry.openHouseholds", { households: [{ household, area, content, people: first }] });
  return household;
}

describe("household files at a node", () => {
  it(
    "are split, people move between them, and they are merged, each act in its tables and in both histories",
    async () => {
      const clerk = await as("town-clerk");
      const first = await begin(clerk, "钟", ["钟开泰", "钟怀玉", "钟小年"]);
      const second = householdOf("钟二");
      const part: SubjectPart = { kind: "part", form: 1, reason: "move", sets: { number: { to: "T-钟二" } } };
      const [content = ""] = await clerk.keep([{ subject: second, part }]);
      const leaving = [personOf("钟怀玉"), personOf("钟小年")];
      await clerk.act("registry.splitHousehold", { from: first, people: leaving, household: second, area, content });
      expect(namesIn(await clerk.open(first))).toEqual(["钟开泰"]);
      expect(namesIn(await clerk.open(second))).toEqual(["钟怀玉", "钟小年"]);

      await clerk.act("registry.movePeople", { from: second, to: first, people: [personOf("钟小年")] });
      expect(namesIn(await clerk.open(first))).toEqual(["钟开泰", "钟小年"]);
      expect(namesIn(await clerk.open(second))).toEqual(["钟怀玉"]);

      await clerk.act("registry.mergeHouseholds", { from: second, to: first });
      const merged = await clerk.open(first);
      expect(namesIn(merged)).toEqual(["钟开泰", "钟小年", "钟怀玉"]);
      const { rows } = await clerk.client.ask(historyView, { household: first });
      expect(rows.map(({ kind }) => kind)).toEqual(["peopleCame", "peopleCame", "peopleLeft", "opened"]);
      const ended = await clerk.client.ask(householdsView, { ended: "true", text: "T-钟二" });
      expect(ended.rows).toMatchObject([{ household: second, ended: "merged" }]);
      await expect(
        clerk.act("registry.movePeople", { from: first, to: second, people: leaving }),
      ).rejects.toMatchObject({
        code: "HOUSEHOLD_ENDED",
      });
    },
    flowMsMax,
  );

  it(
    "are opened by another organisation once the household agreed before a witness, in the classes it agreed to, until it takes that back",
    async () => {
      const [clerk, bureau] = [await as("town-clerk"), await as("civil-clerk")];
      const household = await begin(clerk, "宋", ["宋青禾"]);
      await expect(bureau.open(household, "assistance")).rejects.toMatchObject({ code: "NOT_ENTITLED" });
      const asking = { household, purpose: "assistance", classes: ["name"], untilMs: Date.now() + 30 * dayMs };
      await bureau.act("registry.requestAccess", asking);
      const organisation = "civil-affairs";
      const alone = { household, organisation, witness: demoNumber("town-clerk") };
      await expect(clerk.act("registry.grantAccess", alone)).rejects.toMatchObject({ code: "WITNESS_SELF" });
      await clerk.act("registry.grantAccess", { household, organisation, witness: demoNumber("town-leader") });

      const seen = await bureau.open(household, "assistance");
      expect(seen.classes).toEqual(["name"]);
      expect(seen.values.number).toBe("T-宋");
      await clerk.open(household);
      const { rows } = await clerk.client.ask(accessView, { household });
      expect(rows).toMatchObject([{ organisation: { id: organisation }, witness: { name: "贺长风" } }]);
      await clerk.act("registry.revokeAccess", { household, organisation });
      await expect(bureau.client.ask(householdView, { household })).rejects.toMatchObject({ code: "FILE_NOT_OPENED" });
      await expect(bureau.open(household, "assistance")).rejects.toMatchObject({ code: "NOT_ENTITLED" });
    },
    flowMsMax,
  );

  it(
    "have the fields of the form that members voted, and changes of the one before stay as they were",
    async () => {
      const clerk = await as("town-clerk");
      const household = await begin(clerk, "石", ["石见青"]);
      const change = { kind: "householdForm", form: withNewField(countyForm, solarField) };
      const proposed = { change: JSON.parse(JSON.stringify(change)), base: 0, words: "f1".repeat(32) };
      const proposal = await (await as("district-manager")).act("governance.propose", proposed);
      for (const admin of ["admin", "civil-admin", "audit-admin"])
        await (await as(admin)).act("governance.vote", { proposal, choice: "for" });
      expect((await clerk.client.ask(formsView, {})).rows).toMatchObject([{ version: 2 }, { version: 1 }]);
      expect((await clerk.client.ask(formView, {})).form).toEqual(change.form);

      const setting = (form: number, sets: SubjectPart["sets"]): SubjectPart => ({
        kind: "part",
        form,
        reason: "visit",
        sets,
      });
      const [late = "", next = ""] = await clerk.keep([
        { subject: household, part: setting(1, { houseFloors: { to: 2 } }) },
        { subject: household, part: setting(2, { solarPanels: { to: 35 } }) },
      ]);
      for (const [base, content] of [late, next].entries())
        await clerk.act("registry.recordChanges", { changes: [{ subject: household, base: base + 1, content }] });
      expect((await clerk.open(household)).values).toMatchObject({ houseFloors: 2, solarPanels: 35 });
      const { rows } = await clerk.client.ask(historyView, { household });
      expect(rows.map(({ form }) => form)).toEqual([2, 1, null]);
    },
    flowMsMax,
  );
});
