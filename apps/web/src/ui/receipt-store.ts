import { useSyncExternalStore } from "react";

/** Which fact's receipt is open in the pane: a transaction, or one line of it; `title` names it, `from` gets focus back. */
export interface OpenReceipt {
  readonly transactionId: string;
  readonly line?: number;
  readonly title: string;
  readonly from: Element | null;
}

let open: OpenReceipt | undefined;
const listeners = new Set<() => void>();

function set(next: OpenReceipt | undefined): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Opens the receipt pane; focus returns to what was focused when it closes. */
export function openReceipt(receipt: { transactionId: string; line?: number; title: string }): void {
  set({ ...receipt, from: open?.from ?? document.activeElement });
}

export function closeReceipt(): void {
  const from = open?.from;
  set(undefined);
  if (from instanceof HTMLElement || from instanceof SVGElement) from.focus();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOpenReceipt(): OpenReceipt | undefined {
  return useSyncExternalStore(subscribe, () => open);
}
