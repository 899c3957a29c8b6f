import { useSyncExternalStore } from "react";
import { remembered } from "./remembered.ts";

export type Size = "usual" | "large";
export type Theme = "light" | "dark";

interface Look {
  readonly size: Size;
  readonly theme: Theme;
}

let look: Look = {
  size: remembered.get("size") === "large" ? "large" : "usual",
  theme: remembered.get("theme") === "dark" ? "dark" : "light",
};
const listeners = new Set<() => void>();

/** Marks the document with the look, so that CSS, print and antd's tokens follow one switch. */
export function applyLook(): void {
  document.documentElement.dataset.size = look.size;
  document.documentElement.dataset.theme = look.theme;
}

function change(next: Partial<Look>): void {
  look = { ...look, ...next };
  remembered.set("size", look.size);
  remembered.set("theme", look.theme);
  applyLook();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Large type and dark ground, both remembered on this device. */
export function useLook(): Look & { setSize(size: Size): void; setTheme(theme: Theme): void } {
  const current = useSyncExternalStore(subscribe, () => look);
  return { ...current, setSize: (size) => change({ size }), setTheme: (theme) => change({ theme }) };
}
