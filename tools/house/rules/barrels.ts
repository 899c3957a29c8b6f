import { findPackage, listPackages } from "../packages.ts";
import type { Rule } from "../tree.ts";

/** No file that only passes on other files, but the entry of a package. */
export const barrelsRule: Rule = {
  name: "no barrel files",
  check(tree) {
    const packages = listPackages(tree);
    return tree.sources.flatMap((source) => {
      const owner = findPackage(packages, source.path);
      const isEntry = owner !== undefined && source.path === `${owner.folder}/index.ts`;
      // `#name` is a package import that picks the Node or the browser half: a switch, not a barrel.
      const reexports = source.imports.filter((one) => one.isReexport && !one.specifier.startsWith("#")).length;
      const statements = source.code.match(/^(export|import|const|let|function|class|type|async|await|if|for)\b/gm);
      if (isEntry || reexports === 0 || reexports < (statements?.length ?? 0)) return [];
      return [{ path: source.path, line: 1, what: "only passes on other files; import those files themselves" }];
    });
  },
};
