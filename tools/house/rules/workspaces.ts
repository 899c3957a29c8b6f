import { z } from "zod";
import { domainOrder, domainRoles } from "../layers.ts";
import { listPackages, type Package, packageName } from "../packages.ts";
import type { Finding, Rule, Tree } from "../tree.ts";

const RootManifest = z.object({ workspaces: z.array(z.string()) });
const Manifest = z.object({ name: z.string() });

/** Files that stand beside the roles of `layers.ts`. */
const besideRoles = /^(package\.json|README\.md|[a-z][a-z-]*\/.+)$/;
/** What a domain that can be composed must have. */
const domainNeeds = ["schema.ts", "README.md"];

/** Every folder of source is a listed package with its right name, and a domain consists of the roles that all have. */
export const workspacesRule: Rule = {
  name: "workspaces and domains",
  check(tree) {
    const packages = listPackages(tree);
    return [
      ...packages.flatMap((one) => checkManifest(tree, one)),
      ...checkStrays(tree, packages),
      ...packages.filter(({ kind }) => kind === "domain").flatMap((domain) => checkDomain(tree, domain)),
    ];
  },
};

function checkManifest(tree: Tree, one: Package): Finding[] {
  const path = `${one.folder}/package.json`;
  const { workspaces } = RootManifest.parse(JSON.parse(tree.texts.get("package.json") ?? "{}"));
  const { name } = Manifest.parse(JSON.parse(tree.texts.get(path) ?? "{}"));
  const expected = `@mingbai/${packageName(one)}`;
  const listed = workspaces.some((pattern) => matchesPattern(pattern, one.folder));
  return [
    ...(listed ? [] : [{ path, line: 1, what: "is not among the workspaces of the root package.json; add it" }]),
    ...(name === expected ? [] : [{ path, line: 1, what: `is named ${name}; call it ${expected}, after its folder` }]),
  ];
}

function matchesPattern(pattern: string, folder: string): boolean {
  return pattern.endsWith("/*")
    ? folder.slice(0, folder.lastIndexOf("/")) === pattern.slice(0, -2)
    : folder === pattern;
}

function checkStrays(tree: Tree, packages: readonly Package[]): Finding[] {
  return tree.sources
    .filter(({ path }) => /^(packages|apps)\//.test(path))
    .filter(({ path }) => !packages.some(({ folder }) => path.startsWith(`${folder}/`)))
    .map(({ path }) => ({ path, line: 1, what: "belongs to no package; give its folder a package.json" }));
}

function checkDomain(tree: Tree, { folder, name }: Package): Finding[] {
  const files = [...tree.paths]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1));
  const order: readonly string[] = domainOrder;
  const strays = files.filter(
    (file) => !besideRoles.test(file) && !(file.replace(/(\.\w+)*\.tsx?$/, "") in domainRoles),
  );
  // A domain that defines nothing yet is a folder being started.
  const missing = files.includes("index.ts") ? domainNeeds.filter((file) => !files.includes(file)) : [];
  return [
    ...(order.includes(name)
      ? []
      : [{ path: folder, line: 1, what: "has no place in domainOrder of tools/house/layers.ts" }]),
    ...strays.map((file) => ({
      path: `${folder}/${file}`,
      line: 1,
      what: "is none of a domain's roles (domainRoles in tools/house/layers.ts); put helpers into a folder",
    })),
    ...missing.map((file) => ({ path: folder, line: 1, what: `has no ${file}; a newcomer starts there` })),
    ...findUntestedCommands(files).map((file) => ({
      path: `${folder}/${file}`,
      line: 1,
      what: "has no test beside it; a table of inputs that shows which refusal wins",
    })),
  ];
}

function findUntestedCommands(files: readonly string[]): string[] {
  return files.filter(
    (file) =>
      /^commands\/[\w-]+\.ts$/.test(file) &&
      !/\.test\.ts$/.test(file) &&
      !files.includes(file.replace(/\.ts$/, ".test.ts")),
  );
}
