import { browserFiles, nodeOnlyFile } from "../bans.ts";
import { findTarget, listPackages } from "../packages.ts";
import { type Finding, lineAt, type Rule, type Source, type Tree } from "../tree.ts";

/** Files that run in a browser import no `node:` module, not even through another file. Types vanish and are free. */
export const browserSafeRule: Rule = {
  name: "browser-safe files",
  check(tree) {
    const nodeImports = nodeImportsOf(tree);
    return tree.sources.flatMap((source) => {
      if (!browserFiles.test(source.path) || nodeOnlyFile.test(source.path)) return [];
      return nodeImports(source);
    });
  },
};

function nodeImportsOf(tree: Tree): (source: Source) => Finding[] {
  const packages = listPackages(tree);
  const byPath = new Map(tree.sources.map((source) => [source.path, source]));
  const reach = (source: Source, seen: Set<string>): string | undefined => {
    if (seen.has(source.path)) return undefined;
    seen.add(source.path);
    for (const { specifier, typeOnly } of source.imports) {
      if (typeOnly) continue;
      if (specifier.startsWith("node:")) return `${source.path} → ${specifier}`;
      const target = byPath.get(findTarget(tree, packages, source.path, specifier) ?? "");
      const found = target && reach(target, seen);
      if (found) return found;
    }
    return undefined;
  };
  return (source) =>
    source.imports.flatMap(({ specifier, start, typeOnly }) => {
      if (typeOnly) return [];
      const target = byPath.get(findTarget(tree, packages, source.path, specifier) ?? "");
      const chain = specifier.startsWith("node:") ? specifier : target && reach(target, new Set([source.path]));
      if (!chain) return [];
      const what = `reaches ${chain}, which no browser has; use a package import with a browser half (#name), or move it`;
      return [{ path: source.path, line: lineAt(source.text, start), what }];
    });
}
