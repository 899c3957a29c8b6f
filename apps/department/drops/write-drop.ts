import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { factColumns, ownColumns, valueColumns } from "@mingbai/app-node/departments/files/fact-columns";
import type { Fact } from "@mingbai/registry/content/facts/fact";

export const dropFormats = ["csv", "jsonl"] as const;
export type DropFormat = (typeof dropFormats)[number];

/**
 * Writes a list into a folder from which others take whole files: under a name that begins with a point until it is whole. Returns the
 * name. `list`: which list it is, e.g. `deposits`; the newest file of a list replaces those before.
 */
export async function writeDrop(
  folder: string,
  { list, day, format, facts }: { list: string; day: string; format: DropFormat; facts: readonly Fact[] },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = `${list}.${day}.${format}`;
  const unfinished = join(folder, `.${randomUUID()}`);
  await writeFile(unfinished, format === "csv" ? csvOf(facts) : jsonLinesOf(facts), { mode: 0o600 });
  await rename(unfinished, join(folder, name));
  return name;
}

function jsonLinesOf(facts: readonly Fact[]): string {
  return facts.map((fact) => `${JSON.stringify(fact)}\n`).join("");
}

function csvOf(facts: readonly Fact[]): string {
  const lines = facts.map((fact) => {
    const own = ownColumns.map((column) => fact[column]);
    return [...own, ...valueColumns.map((column) => String(fact.values[column] ?? ""))].map(cellOf).join(",");
  });
  return `${factColumns.join(",")}\n${lines.map((line) => `${line}\n`).join("")}`;
}

/** RFC 4180. */
function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
