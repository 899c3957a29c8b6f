import { type Ban, deterministicBans, deterministicFiles, everywhereBans, nodeOnlyFile } from "../bans.ts";
import { type Finding, findingsOf, lineAt, type Rule, type Source } from "../tree.ts";

/** Calls that some folders must not make: above all those that would let two nodes come to different states. */
export const bannedCallsRule: Rule = {
  name: "banned calls",
  check(tree) {
    return tree.sources.flatMap((source) => {
      if (source.isTest) return [];
      const everywhere = findBanned(source, everywhereBans);
      if (!deterministicFiles.test(source.path) || nodeOnlyFile.test(source.path)) return everywhere;
      return [...everywhere, ...findBanned(source, deterministicBans), ...findBuiltins(source)];
    });
  },
};

function findBanned(source: Source, bans: readonly Ban[]): Finding[] {
  return bans.flatMap(({ name, pattern, instead }) =>
    findingsOf({ source, where: source.code, what: `${name} is banned here; use ${instead}` }, pattern),
  );
}

function findBuiltins(source: Source): Finding[] {
  return source.imports
    .filter(({ specifier, typeOnly }) => !typeOnly && specifier.startsWith("node:"))
    .map(({ specifier, start }) => ({
      path: source.path,
      line: lineAt(source.text, start),
      what: `${specifier} is banned here; take what it gives as an argument, or put it behind a package import (#name)`,
    }));
}
