import type { Built } from "./built.ts";

/** The parts of an operator by the grammar; another number of them is a bug. */
export function getPart(parts: readonly Built[], index: number): Built {
  const part = parts[index];
  if (part === undefined) throw new Error(`an operator has no part ${index}`);
  return part;
}

export function stepsOf(parts: readonly Built[]): number {
  return parts.reduce((sum, part) => sum + part.steps, 1);
}
