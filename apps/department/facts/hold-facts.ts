import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeCounty } from "@mingbai/app-node/demo/county/make-county";
import { heFamilyFacts } from "@mingbai/app-node/demo/files/he-family-facts";
import { Fact, type Source } from "@mingbai/registry/content/facts/fact";
import { FactBook } from "./fact-book.ts";

/** Which part of the invented county a department knows. */
export interface HeldCounty {
  readonly sources: readonly Source[];
  readonly seed: number;
  readonly households: number;
}

/**
 * The facts in the department's own folder, a JSON line each. A folder without any is given what these sources know of the invented
 * county and of the family whose story the demo tells; from then on the file is what the department knows, and may be changed by hand. Throws an Error that names a line
 * which is no fact.
 */
export async function holdFacts(folder: string, county: HeldCounty): Promise<FactBook> {
  const path = join(folder, "facts.jsonl");
  const held = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (held !== undefined) return new FactBook(held.split("\n").flatMap((line, at) => readLine(line, at, path)));
  const facts = [...factsOf(county)];
  await mkdir(folder, { recursive: true });
  // Under its own name only once it is whole: whoever is stopped on the way begins anew.
  await writeFile(`${path}.new`, facts.map((fact) => `${JSON.stringify(fact)}\n`).join(""), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return new FactBook(facts);
}

function* factsOf({ sources, seed, households }: HeldCounty): Generator<Fact> {
  const held: ReadonlySet<string> = new Set(sources);
  const county = makeCounty({ seed, households });
  for (const fact of county.facts()) if (held.has(fact.source)) yield fact;
  for (const fact of heFamilyFacts(county.day)) if (held.has(fact.source)) yield fact;
}

function readLine(line: string, at: number, path: string): Fact[] {
  if (line.trim() === "") return [];
  const fact = Fact.safeParse(JSON.parse(line));
  if (!fact.success) throw new Error(`${path}, line ${at + 1}, is no fact`);
  return [fact.data];
}
