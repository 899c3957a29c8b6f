import { newSalt } from "@mingbai/sdk/contents";
import { type Circumstances, freezeActs } from "../outbox/freeze-acts.ts";
import type { FieldRecord } from "../outbox/record.ts";
import { recordsStore, saveRecord } from "../outbox/records.ts";
import { sendingLock, sendWaiting } from "../outbox/send-waiting.ts";
import { meStore } from "../person/me.ts";
import { form } from "./form.ts";

/** What parts made now say of themselves. */
export function circumstances(madeMs: number): Circumstances {
  const keyId = meStore.get()?.keyId ?? "";
  return { form: form.version, device: `phone ${keyId.slice(0, 4)}`, madeMs, newSalt };
}

/** Freezes what was filled in and sends it as soon as there is a signal; resolves when it lies in the phone. */
export async function handIn(record: FieldRecord, madeMs: number): Promise<void> {
  const acts = freezeActs(record.draft, circumstances(madeMs));
  await saveRecord({ ...record, stage: "saved", savedMs: madeMs, acts });
  void sendWaiting();
}

/** A person has looked at what was refused: it is signed anew and sent again. What entered already is not sent twice. */
export async function handInAgain({ trouble: _, ...record }: FieldRecord): Promise<void> {
  const acts = record.acts.map(({ trouble: _refused, ...act }) => act);
  await saveRecord({ ...record, stage: "saved", acts });
  void sendWaiting();
}

/** Whether nothing of a record has left the phone, so that it may be changed or thrown away. */
export function isAllHere({ stage, acts }: FieldRecord): boolean {
  const isUnsent = acts.every(({ arePartsKept, signed, entered }) => !arePartsKept && !signed && !entered);
  return (stage === "filling" || stage === "saved") && isUnsent;
}

/** Takes a record back that was handed in and has not left the phone, to be filled in further. False where it has left. */
export async function reopen(id: string): Promise<boolean> {
  return navigator.locks.request(sendingLock, async () => {
    const record = recordsStore.get().get(id);
    if (record === undefined || !isAllHere(record)) return false;
    const { trouble: _, ...kept } = record;
    await saveRecord({ ...kept, stage: "filling", acts: [] });
    return true;
  });
}
