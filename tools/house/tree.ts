import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "./list-files.ts";
import { type MaskedSource, maskSource } from "./mask-source.ts";
import { type Import, scanImports } from "./scan-imports.ts";

/** A source file of the checkout, taken apart once for all rules. */
export type Source = MaskedSource & { path: string; text: string; imports: Import[]; isTest: boolean };

/** What the rules look at: every path, the sources, and the texts of the other files that a rule reads. */
export type Tree = { paths: ReadonlySet<string>; sources: readonly Source[]; texts: ReadonlyMap<string, string> };

/** Something to mend. `what` says what to do instead. */
export type Finding = { path: string; line: number; what: string };

/** One house rule. */
export type Rule = { name: string; check: (tree: Tree) => Finding[] };

const sourceName = /\.(ts|tsx|mjs)$/;
/** Tests, and what only they use: `test-log.ts`. */
const testName = /\.test\.tsx?$|\/test-[\w-]+\.tsx?$/;
/** Folders whose files a generator writes and nobody edits: their length, names and marks are the generator's. */
const generatedFolder = /\/generated\//;
const textName = /(\.md|package\.json)$/;

/** Reads the checkout under `root`. */
export async function readTree(root: string): Promise<Tree> {
  const paths = await listFiles(root);
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (sourceName.test(path) || textName.test(path)) texts.set(path, await readFile(join(root, path), "utf8"));
  }
  return toTree(paths, texts);
}

/** Makes a tree of texts by path; `paths` may name files whose text no rule reads. */
export function toTree(paths: Iterable<string>, texts: ReadonlyMap<string, string>): Tree {
  const sources = [...texts]
    .filter(([path]) => sourceName.test(path) && !generatedFolder.test(path))
    .map(([path, text]) => toSource(path, text));
  return { paths: new Set(paths), sources, texts };
}

function toSource(path: string, text: string): Source {
  const masked = maskSource(text);
  return { ...masked, path, text, imports: scanImports(masked), isTest: testName.test(path) };
}

/** The line, counted from 1, of a position in a text. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** A finding for each match of `pattern` (with the `g` flag) in `where`, which is as long as the source's text. */
export function findingsOf(
  { source, where, what }: { source: Source; where: string; what: string },
  pattern: RegExp,
): Finding[] {
  return [...where.matchAll(pattern)].map((match) => ({
    path: source.path,
    line: lineAt(source.text, match.index),
    what,
  }));
}
