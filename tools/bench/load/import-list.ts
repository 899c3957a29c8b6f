// Imports one list of households through the API, in a process of its own, and tells its parent how long each stage took.
import { statusView } from "@mingbai/http/explorer-views";
import { listDivisions } from "@mingbai/registry/content/entry/list-divisions";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { openList } from "@mingbai/registry/content/import/open/open-list";
import { planImport } from "@mingbai/registry/content/import/plan/plan-import";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { readHouseholds } from "@mingbai/registry/content/import/read/read-households";
import { registryCommands } from "@mingbai/registry/schema";
import { actAs } from "@mingbai/sdk/actor";
import { createClient } from "@mingbai/sdk/client";
import { importHouseholds } from "@mingbai/sdk/household-import/import-households";
import { memoryJournal } from "@mingbai/sdk/household-import/import-step";
import { alikeAtNode, knownAtNode } from "@mingbai/sdk/household-import/known-at-node";
import { signIn } from "@mingbai/sdk/session";
import { FileBytes } from "../../../apps/cli/import/households/file-bytes.ts";
import { inTurns } from "../../../apps/cli/import/households/in-turns.ts";
import { clerk, filesArea, numberOf } from "./bench-people.ts";

const [url, path] = process.argv.slice(2);
if (url === undefined || path === undefined) throw new Error("import-list URL LIST");
const pollMs = 20;

const client = createClient({ url });
await signIn(client, clerk);
const startMs = performance.now();
const { sheets, guess } = await openList(new FileBytes(path), { form: countyForm, divisions: listDivisions([]) });
const openMs = performance.now() - startMs;
const options = { day: "2026-03-01", maskName: (name: string) => name };

function* households(leftOut: number): Generator<ReadHousehold> {
  let left = leftOut;
  for (const part of readHouseholds(sheets, guess.mapping, countyForm, options))
    if (part.kind === "household" && left-- <= 0) yield part.household;
}

const actor = () => actAs(client, { ...clerk, commands: { registry: registryCommands } });
const ports = { known: knownAtNode({ client, actor }), alike: alikeAtNode(client) };
const { counts, refused, height } = await importHouseholds({
  client,
  actor,
  import: numberOf("import"),
  form: countyForm.version,
  planned: (leftOut) => planImport(inTurns(households(leftOut)), ports),
  areaOf: () => filesArea,
  journal: memoryJournal(),
});
const totalMs = performance.now() - startMs;
if (refused.length > 0) throw new Error(`the ledger refused ${refused[0]?.command}: ${refused[0]?.code}`);
// The tables have been read meanwhile: what is left of it.
while ((await client.ask(statusView, {})).readModel.height < height)
  await new Promise((next) => setTimeout(next, pollMs));
const projectMs = performance.now() - startMs - totalMs;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const use = { seconds: (userCPUTime + systemCPUTime) / 1e6, peakMib: maxRSS / 1_024 };
process.send?.({ openMs, totalMs, projectMs, opened: counts.opened, people: counts.people, use });
process.disconnect?.();
