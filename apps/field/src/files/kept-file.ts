/** Files of households that were fetched to be taken along, sealed in the phone. */
import { type HouseholdFile, householdView } from "@mingbai/registry/views/household";
import { z } from "zod";
import { dropSealed, keepSealed, listSealed } from "../keep/sealed-store.ts";
import { makeStore } from "../keep/store.ts";

/** Longer than the way back from the farthest hamlet, shorter than a phone is missed. */
export const keptDaysMax = 7;
const dayMs = 24 * 60 * 60_000;

export const KeptFile = z.object({ file: householdView.result, keptMs: z.number() });
export type KeptFile = z.infer<typeof KeptFile>;

/** By household. */
export const filesStore = makeStore<ReadonlyMap<string, KeptFile>>(new Map());

/** Reads what is kept, and deletes what has been here for too long. */
export async function loadFiles(nowMs: number): Promise<void> {
  const all = (await listSealed("files")).map((one) => KeptFile.parse(one));
  const [old, fresh] = [all.filter((one) => isOld(one, nowMs)), all.filter((one) => !isOld(one, nowMs))];
  if (old.length > 0)
    await dropSealed(
      "files",
      old.map(({ file }) => file.household),
    );
  filesStore.set(new Map(fresh.map((one) => [one.file.household, one])));
}

function isOld({ keptMs }: KeptFile, nowMs: number): boolean {
  return nowMs - keptMs > keptDaysMax * dayMs;
}

export async function keepFile(file: HouseholdFile, keptMs: number): Promise<void> {
  await keepSealed("files", file.household, { file, keptMs });
  filesStore.set(new Map(filesStore.get()).set(file.household, { file, keptMs }));
}
