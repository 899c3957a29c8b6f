import { dirname, posix } from "node:path";
import type { Tree } from "./tree.ts";

/** A workspace package: its folder, and its name without the scope. `kind` decides which row of the layers holds. */
export type Package = { folder: string; name: string; kind: "kernel" | "domain" | "app" };

const scope = "@mingbai/";

/** Every workspace package of the tree, by its `package.json`. */
export function listPackages(tree: Tree): Package[] {
  return [...tree.texts.keys()].flatMap((path) => {
    if (!/^(packages|apps)\/.*package\.json$/.test(path)) return [];
    const folder = dirname(path);
    return [{ folder, name: folder.slice(folder.lastIndexOf("/") + 1), kind: kindOf(folder) }];
  });
}

function kindOf(folder: string): Package["kind"] {
  if (folder.startsWith("apps/")) return "app";
  return folder.startsWith("packages/domains/") ? "domain" : "kernel";
}

/** The package that a file belongs to, or undefined for tools and configuration. */
export function findPackage(packages: readonly Package[], path: string): Package | undefined {
  return packages.find(({ folder }) => path.startsWith(`${folder}/`));
}

/** Splits `@mingbai/log/disk/disk` into `log` and `disk/disk`; undefined for a name outside the workspace. */
export function splitSpecifier(specifier: string): { name: string; rest: string } | undefined {
  if (!specifier.startsWith(scope)) return undefined;
  const [name = "", ...rest] = specifier.slice(scope.length).split("/");
  return { name, rest: rest.join("/") };
}

/** The path of the file that an import of `from` names, when it is a file of the tree. */
export function findTarget(tree: Tree, packages: readonly Package[], from: string, specifier: string) {
  if (specifier.startsWith(".")) return findExisting(tree, posix.join(dirname(from), specifier));
  const split = splitSpecifier(specifier);
  const owner = split && packages.find(({ name, kind }) => packageName({ name, kind }) === split.name);
  return owner && findExisting(tree, `${owner.folder}/${split.rest || "index"}`);
}

/** What a package is called after the scope: applications carry `app-`, but for the command line. */
export function packageName({ name, kind }: Pick<Package, "name" | "kind">): string {
  return kind === "app" && name !== "cli" ? `app-${name}` : name;
}

function findExisting(tree: Tree, path: string): string | undefined {
  return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => tree.paths.has(candidate));
}
