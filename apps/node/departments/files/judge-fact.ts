import { Fact } from "@mingbai/registry/content/facts/fact";
import type { LineFault } from "../runs/fact-run.ts";

/** A line that is a fact, or why it is none. */
export type JudgedLine = { readonly fact: Fact } | { readonly fault: LineFault };

/** Judges what stands in a line: its form, and whether the source may say it. */
export function judgeFact(value: unknown, { line, sources }: { line: number; sources: readonly string[] }): JudgedLine {
  const read = Fact.safeParse(value);
  if (!read.success) {
    const [at] = read.error.issues[0]?.path ?? [];
    return { fault: { line, fault: "FIELD", ...(typeof at === "string" && { field: at.slice(0, 40) }) } };
  }
  const fact = read.data;
  if (!sources.includes(fact.source)) return { fault: { line, fault: "OTHER_SOURCE", field: "source" } };
  return { fact };
}
