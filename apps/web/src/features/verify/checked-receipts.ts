import { useSyncExternalStore } from "react";
import type { Proof } from "../../ui/proof-mark.tsx";

const checkedMax = 10_000;
const checked = new Map<string, boolean>();
const listeners = new Set<() => void>();

/** A receipt's name in this store: the transaction and, for one line of it, its number. */
export function receiptName(transactionId: string, line?: number): string {
  return line === undefined ? transactionId : `${transactionId}-${line}`;
}

/** Remembers for this visit that a receipt was checked on this device, so that its marks turn green, or red. */
export function rememberChecked(name: string, ok: boolean): void {
  if (checked.size >= checkedMax) checked.clear();
  checked.set(name, ok);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The mark of an entered fact: verified or mismatch once checked here, otherwise entered. */
export function useProof(name: string): Proof {
  const ok = useSyncExternalStore(subscribe, () => checked.get(name));
  return ok === undefined ? "entered" : ok ? "verified" : "mismatch";
}
