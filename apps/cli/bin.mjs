#!/usr/bin/env node
// The entry of `npx mingbai …`: plain JavaScript, so that an older Node can hand over to the pinned one. npx passes no signal on
// and finds the pinned one first: a command that goes on must stop with whoever started it all the same.
import { findNode, missingNodeText } from "../../tools/bootstrap/find-node.mjs";
import { runNode } from "../../tools/bootstrap/run-node.mjs";

const node = findNode();
if (node) {
  process.exitCode = await runNode({ node, script: "apps/cli/main.ts", args: process.argv.slice(2) });
} else {
  process.stderr.write(`mingbai: ${missingNodeText()}\n`);
  process.exitCode = 1;
}
