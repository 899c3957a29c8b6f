import { useCallback, useState } from "react";
import { useStore } from "../keep/use-store.ts";
import type { FieldRecord, HouseholdDraft } from "../outbox/record.ts";
import { recordsStore, saveRecord } from "../outbox/records.ts";
import { headOf } from "./begin-draft.ts";

/** A record being filled in. Every change is written to the phone; `savedMs` is when the last one was on its disk. */
export interface RecordInHand {
  readonly record: FieldRecord;
  readonly savedMs: number;
  /** Whether the phone could not keep the last change. */
  readonly isFull: boolean;
  change(by: (draft: HouseholdDraft) => HouseholdDraft): void;
}

/** The record of this id while it is being filled in; undefined for any other. */
export function useRecord(id: string): RecordInHand | undefined {
  const record = useStore(recordsStore).get(id);
  const [kept, setKept] = useState<{ savedMs: number; isFull: boolean }>();
  const change = useCallback(
    (by: (draft: HouseholdDraft) => HouseholdDraft) => {
      const before = recordsStore.get().get(id);
      if (before?.stage !== "filling") return;
      const draft = by(before.draft);
      const next = { ...before, draft, head: headOf(draft), savedMs: Date.now() };
      saveRecord(next).then(
        () => setKept({ savedMs: next.savedMs, isFull: false }),
        () => setKept({ savedMs: before.savedMs, isFull: true }),
      );
    },
    [id],
  );
  if (record?.stage !== "filling") return undefined;
  return { record, savedMs: kept?.savedMs ?? record.savedMs, isFull: kept?.isFull ?? false, change };
}
