import { dirname, posix } from "node:path";
import {
  appParts,
  apps,
  domainFace,
  domainOrder,
  domainOutsideFiles,
  domainOutsideSees,
  domainSees,
  domainUses,
  layers,
  pageReads,
  pageSees,
  parts,
  readingDomains,
} from "../layers.ts";
import { findPackage, findTarget, listPackages, type Package, splitSpecifier } from "../packages.ts";
import { lineAt, type Rule } from "../tree.ts";

type Question = { from: Package; file: string; to: Package; rest: string };

/** Who may import whom: the table of `layers.ts`. Tests may import anything, since they tie the layers together. */
export const layersRule: Rule = {
  name: "who may import whom",
  check(tree) {
    const packages = listPackages(tree);
    return tree.sources.flatMap((source) => {
      const from = findPackage(packages, source.path);
      if (!from || source.isTest) return [];
      return source.imports.flatMap(({ specifier, start }) => {
        const target = findTarget(tree, packages, source.path, specifier);
        const to = target ? findPackage(packages, target) : findByName(packages, specifier);
        const file = source.path.slice(from.folder.length + 1);
        const rest = target && to ? target.slice(to.folder.length + 1).replace(/\.tsx?$/, "") : "";
        const what = to && to !== from ? findObjection({ from, file, to, rest }) : undefined;
        const crossing = specifier.startsWith(".") && leaves(from.folder, source.path, specifier);
        const line = lineAt(source.text, start);
        if (what) return [{ path: source.path, line, what: `imports ${specifier}: ${what}` }];
        // The dependency-free entry of the command line shares its search for Node with tools/bootstrap.
        if (!crossing || source.path.endsWith(".mjs")) return [];
        return [{ path: source.path, line, what: `imports ${specifier}: name the package, @mingbai/…` }];
      });
    });
  },
};

function leaves(folder: string, path: string, specifier: string): boolean {
  return !posix.join(dirname(path), specifier).startsWith(`${folder}/`);
}

function findByName(packages: readonly Package[], specifier: string): Package | undefined {
  const split = splitSpecifier(specifier);
  return split && packages.find(({ name }) => name === split.name);
}

/** Why an import is not allowed and what to do instead, or undefined when it is. */
export function findObjection(question: Question): string | undefined {
  const { from, to } = question;
  if (to.name === "testkit") return "only tests use testkit; move what the product needs into its package";
  if (from.kind === "kernel") return objectToKernel(question);
  if (from.kind === "domain") return objectToDomain(question);
  return objectToApp(question);
}

function objectToKernel({ from, to, rest }: Question): string | undefined {
  const seen = layers[from.name];
  if (!seen) return `${from.folder} has no row in tools/house/layers.ts; add one`;
  if (seen.includes(to.name) || (from.name === "testkit" && to.kind === "domain")) return undefined;
  if (parts[from.name]?.some((pattern) => pattern.test(`${to.name}/${rest}`))) return undefined;
  return `${from.name} sees ${seen.join(", ") || "no other package"}; turn the need into a port that ${to.name} fills`;
}

function objectToDomain({ from, file, to, rest }: Question): string | undefined {
  if (to.kind === "app") return "a domain knows no application; let the application import the domain";
  if (to.kind === "domain") return objectToOtherDomain(from.name, to.name, rest);
  if (domainSees.includes(to.name) || domainUses[from.name]?.includes(to.name)) return undefined;
  if (domainOutsideSees.includes(to.name) && (domainOutsideFiles.test(file) || file === "index.ts")) return undefined;
  return `a domain sees ${domainSees.join(", ")}; ${domainOutsideSees.join(" and ")} only in projection, queries, routes`;
}

function objectToOtherDomain(from: string, to: string, rest: string): string | undefined {
  const order: readonly string[] = domainOrder;
  if (!order.includes(from)) return `${from} has no place in domainOrder of tools/house/layers.ts; give it one`;
  if (readingDomains.includes(to)) return `${to} reads all and is imported by none`;
  if (order.indexOf(to) > order.indexOf(from)) return `${to} comes after ${from}; let ${to} ask ${from} instead`;
  return domainFace.test(rest)
    ? undefined
    : `a domain shows others its face only: schema, views, reads, stages, content, effects`;
}

function objectToApp({ from, to, rest }: Question): string | undefined {
  const sees = apps[from.name];
  if (!sees) return `${from.folder} has no row in apps of tools/house/layers.ts; add one`;
  if (sees === "all") return undefined;
  if (to.kind === "domain" && domainFace.test(rest)) return undefined;
  if (to.kind === "domain" && pageReads.some((pattern) => pattern.test(`${to.name}/${rest}`))) return undefined;
  if (to.kind === "kernel" && pageSees.some((pattern) => pattern.test(`${to.name}/${rest}`))) return undefined;
  if (to.kind === "app" && appParts[from.name]?.some((pattern) => pattern.test(`${to.name}/${rest}`))) return undefined;
  return "a page sees the SDK, schemas and views; put the rest behind a query or the SDK";
}
