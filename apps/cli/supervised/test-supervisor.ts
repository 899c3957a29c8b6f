// A process whose death tests look at: keeps one stand-in of a node running, and says which process that is.
import { join } from "node:path";
import { SupervisedNode } from "./supervised-node.ts";

const node = new SupervisedNode({
  folder: process.argv[2] ?? "",
  script: join(import.meta.dirname, "test-node.ts"),
});
process.stdout.write(`${JSON.stringify({ pid: node.pid })}\n`);
