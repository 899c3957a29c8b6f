/** The list of households and places as they were when there was a signal. */
import { nodeClient } from "@mingbai/app-web/src/api/node-client";
import { HouseholdLine, householdsPageMax, householdsView } from "@mingbai/registry/views/households";
import { placesView } from "@mingbai/registry/views/places";
import { z } from "zod";
import { findSealed, keepSealed } from "../keep/sealed-store.ts";
import { makeStore } from "../keep/store.ts";
import { refreshForm } from "./kept-form.ts";

/** More than one person answers for; who looks after more looks for them on a larger screen. */
const linesMax = 1_000;

const KeptList = z.object({
  /** Those that the person answers for, and those of their area. */
  mine: z.array(HouseholdLine),
  area: z.array(HouseholdLine),
  places: placesView.result.shape.rows,
  readMs: z.number(),
});
export type KeptList = z.infer<typeof KeptList>;

const note = "list";
export const listStore = makeStore<KeptList | undefined>(undefined);

export async function loadList(): Promise<void> {
  const found = await findSealed("notes", note);
  listStore.set(found === undefined ? undefined : KeptList.parse(found));
}

/** Asks for both lists, the places and the form, and keeps them. */
export async function refreshList(nowMs: number): Promise<void> {
  const [mine, area, { rows: places }] = await Promise.all([
    askLines({ mine: "true" }),
    askLines({}),
    nodeClient.ask(placesView, {}),
    refreshForm(),
  ]);
  const list = { mine, area, places, readMs: nowMs };
  await keepSealed("notes", note, list);
  listStore.set(list);
}

async function askLines(filter: { mine?: "true" }): Promise<HouseholdLine[]> {
  const lines: HouseholdLine[] = [];
  for (let cursor: string | undefined; lines.length < linesMax; ) {
    const params = { ...filter, limit: householdsPageMax, ...(cursor !== undefined && { cursor }) };
    const { rows, next } = await nodeClient.ask(householdsView, params);
    lines.push(...rows);
    if (next === null) break;
    cursor = next;
  }
  return lines;
}
