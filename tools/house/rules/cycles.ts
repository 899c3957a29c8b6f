import { findTarget, listPackages } from "../packages.ts";
import type { Finding, Rule, Tree } from "../tree.ts";

/** No file may come to import itself, through however many others. Types count: a cycle of types is hard to read too. */
export const cyclesRule: Rule = {
  name: "no import cycles",
  check(tree) {
    const targets = targetsOf(tree);
    const done = new Set<string>();
    return [...targets.keys()].flatMap((path) => findCycles(path, { targets, done, trail: [] }));
  },
};

type Walk = { targets: ReadonlyMap<string, readonly string[]>; done: Set<string>; trail: readonly string[] };

function targetsOf(tree: Tree): Map<string, string[]> {
  const packages = listPackages(tree);
  return new Map(
    tree.sources.map((source) => [
      source.path,
      source.imports.flatMap(({ specifier }) => findTarget(tree, packages, source.path, specifier) ?? []),
    ]),
  );
}

function findCycles(path: string, { targets, done, trail }: Walk): Finding[] {
  if (trail.includes(path)) {
    const circle = [...trail.slice(trail.indexOf(path)), path];
    const what = `imports itself: ${circle.join(" → ")}; move what both need into a file of its own`;
    return [{ path, line: 1, what }];
  }
  if (done.has(path)) return [];
  const next = { targets, done, trail: [...trail, path] };
  const found = (targets.get(path) ?? []).flatMap((target) => findCycles(target, next));
  done.add(path);
  return found;
}
