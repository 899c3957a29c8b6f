#!/usr/bin/env node
// The entry of `npx mingbai …`: plain JavaScript, so that an older Node can hand over to the pinned one.
import { findNode, isRecentEnough, missingNodeText } from "../../tools/bootstrap/find-node.mjs";
import { runNode } from "../../tools/bootstrap/run-node.mjs";

const node = findNode();
if (isRecentEnough()) {
  await import("./main.ts");
} else if (node) {
  process.exitCode = await runNode({ node, script: "apps/cli/main.ts", args: process.argv.slice(2) });
} else {
  process.stderr.write(`mingbai: ${missingNodeText()}\n`);
  process.exitCode = 1;
}
