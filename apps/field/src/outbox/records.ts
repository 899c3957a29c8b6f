import { dropSealed, keepSealed, listSealed } from "../keep/sealed-store.ts";
import { makeStore } from "../keep/store.ts";
import type { FieldRecord } from "./record.ts";

/** What has been on the ledger for so long goes from the phone; all else stays until it is. */
const enteredDaysMax = 7;
const dayMs = 24 * 60 * 60_000;

/** The records of everybody who uses this phone, by id. */
export const recordsStore = makeStore<ReadonlyMap<string, FieldRecord>>(new Map());
/** Writes of one record follow each other, so that an older one never ends up on top. */
const writes = new Map<string, Promise<void>>();

export async function loadRecords(nowMs: number): Promise<void> {
  // The phone's own writing under its own key: nobody else can have put anything there.
  const all = (await listSealed("records")) as FieldRecord[];
  const done = all.filter(
    ({ stage, enteredMs = nowMs }) => stage === "entered" && nowMs - enteredMs > enteredDaysMax * dayMs,
  );
  for (const record of done) await dropRecord(record);
  recordsStore.set(new Map(all.filter((one) => !done.includes(one)).map((one) => [one.id, one])));
}

/** Shows a record as it is now; resolves when it is on the disk. */
export function saveRecord(record: FieldRecord): Promise<void> {
  recordsStore.set(new Map(recordsStore.get()).set(record.id, record));
  const before = writes.get(record.id) ?? Promise.resolve();
  const write = before.catch(() => undefined).then(() => keepSealed("records", record.id, record));
  writes.set(record.id, write);
  return write;
}

/** Takes a record from the phone with its photos: one that is on the ledger, or that its writer throws away unsent. */
export async function dropRecord({ id, draft }: FieldRecord): Promise<void> {
  await writes.get(id)?.catch(() => undefined);
  await dropSealed(
    "photos",
    draft.photos.map(({ file }) => file),
  );
  await dropSealed("records", [id]);
  const left = new Map(recordsStore.get());
  left.delete(id);
  recordsStore.set(left);
}
