import { useSyncExternalStore } from "react";
import type { NamedParty } from "./party-name.tsx";

/** What the page says of a payment, to be laid beside what its receipt proves. Amount in minor units. */
export interface ToldPayment {
  readonly amountMinor: number;
  readonly payee: NamedParty & { readonly account: string };
  readonly fundName: string;
}

/** A fact whose receipt can be opened: a transaction, or one line of it; `title` names it. */
export interface ReceiptOf {
  readonly transactionId: string;
  readonly line?: number;
  readonly title: string;
  readonly told?: ToldPayment;
}

/** Which receipt is open in the pane; `from` gets focus back. */
export interface OpenReceipt extends ReceiptOf {
  readonly from: Element | null;
}

let open: OpenReceipt | undefined;
const listeners = new Set<() => void>();

function set(next: OpenReceipt | undefined): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Opens the receipt pane; focus returns to what was focused when it closes. */
export function openReceipt(receipt: ReceiptOf): void {
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
