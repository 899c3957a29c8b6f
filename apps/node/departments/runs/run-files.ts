import { concat, utf8 } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { findDataKey, wrapDataKey } from "@mingbai/crypto/sealing/wrap";
import type { Disk } from "@mingbai/log/disk/disk";
import { eraseFile, findWholeFile, orAbsent, removeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { FactRun } from "./fact-run.ts";
import type { RunKey } from "./sealed-records.ts";

/** Where runs lie, and to which key theirs are wrapped. */
export interface RunPlace {
  readonly disk: Disk;
  readonly folder: string;
  readonly key: SealingKey;
}

/** The files of a run: what may be told of it, its wrapped key, what was asked, the facts. */
export function runFiles({ folder }: Pick<RunPlace, "folder">, run: string) {
  const own = `${folder}/${run}`;
  return { own, about: `${own}/run.json`, key: `${own}/key`, asked: `${own}/asked`, facts: `${own}/facts` };
}

export async function writeAbout(place: RunPlace, about: FactRun): Promise<void> {
  await writeWholeFile(place.disk, runFiles(place, about.run).about, utf8(JSON.stringify(about)));
}

/** Runs by the time when they began; what a crash left without a whole `run.json` is none. */
export async function listRuns(place: RunPlace): Promise<FactRun[]> {
  const names = (await orAbsent(place.disk.list(place.folder))) ?? [];
  const runs: FactRun[] = [];
  for (const name of names) {
    const bytes = await findWholeFile(place.disk, runFiles(place, name).about);
    if (bytes !== undefined) runs.push(FactRun.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))));
  }
  return runs.sort((one, other) => one.startedMs - other.startedMs || (one.run < other.run ? -1 : 1));
}

/** A new key of a run, wrapped to the node's and durable. */
export async function makeRunKey(place: RunPlace, run: string): Promise<RunKey> {
  const key = crypto.getRandomValues(new Uint8Array(dataKeyBytes));
  const wrapped = await wrapDataKey({ dataKey: key, recipient: place.key.publicKey, context: wrapContext(run) });
  await writeWholeFile(place.disk, runFiles(place, run).key, wrapped);
  return { run, key };
}

/** The key of a run. Throws an Error where it is gone, or is another node's. */
export async function readRunKey(place: RunPlace, run: string): Promise<RunKey> {
  const path = runFiles(place, run).key;
  const wrapped = await findWholeFile(place.disk, path);
  const key = wrapped && (await findDataKey({ wrapped, key: place.key, context: wrapContext(run) }));
  if (key === undefined) throw new Error(`${path} does not open with this node's key`);
  return { run, key };
}

/** Erases a run: its key is overwritten and removed first, then what was sealed under it. */
export async function eraseRun(place: RunPlace, run: string): Promise<void> {
  const { disk } = place;
  const { own, about, key, asked, facts } = runFiles(place, run);
  await eraseFile(disk, key);
  for (const file of [about, asked, facts]) await removeFile(disk, file);
  // The folder itself may stay: the disk port removes files, and an empty folder is no run.
  await orAbsent(disk.syncFolder(own));
}

function wrapContext(run: string): Uint8Array {
  return concat(contextBytes.factRun, utf8(run));
}
