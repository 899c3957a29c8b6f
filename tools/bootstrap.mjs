// One command from a fresh clone: installs what is missing, then runs the real thing on Node 24.
// Plain JavaScript without dependencies, since nothing is installed yet; it runs on any Node from 20 on.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findNode, missingNodeText, rootFolder } from "./bootstrap/find-node.mjs";
import { installIfNeeded } from "./bootstrap/install.mjs";
import { runNode } from "./bootstrap/run-node.mjs";

const verbs = {
  start: { script: "apps/node/main.ts", args: [] },
  test: { script: "tools/test/run.ts", args: [] },
  deep: { script: "tools/test/run.ts", args: ["--deep"] },
  net: { script: "tools/test/run.ts", args: ["--net"] },
  bench: { script: "tools/bench/run.ts", args: [] },
  cli: { script: "apps/cli/main.ts", args: [] },
};

async function main([name, ...flags]) {
  const verb = verbs[name];
  if (!verb) throw new Error(`Say what to do: node tools/bootstrap.mjs ${Object.keys(verbs).join(" | ")}`);
  await installIfNeeded();
  const node = findNode();
  if (!node) throw new Error(missingNodeText());
  if (!existsSync(join(rootFolder, verb.script))) throw new Error(`${verb.script} is not part of this checkout.`);
  return runNode({ node, script: verb.script, args: [...verb.args, ...flags] });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`mingbai: ${error.message}\n`);
  process.exitCode = 1;
}
