import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { PagesSize } from "./pages-plan.ts";
import { makeBenchFolder } from "./start-ledger.ts";

/** A node with tables whose pages are read, and what there is to read. */
export interface PagesNode {
  readonly url: string;
  readonly pid: number;
  readonly matters: readonly { readonly id: string; readonly applicant: string; readonly to: string }[];
  readonly months: readonly string[];
}

const nodes = new Map<string, Promise<PagesNode>>();

/**
 * The node of this size, filled at the first call: filling takes minutes, so the benches of one process share it. It
 * holds nobody back from ending, and ends with this process, its folder with it. MINGBAI_BENCH_SAY=1 tells how far it is.
 */
export function sharedPages(size: PagesSize): Promise<PagesNode> {
  const name = JSON.stringify(size);
  const node = nodes.get(name) ?? startPages(name);
  nodes.set(name, node);
  return node;
}

async function startPages(size: string): Promise<PagesNode> {
  const folder = await makeBenchFolder();
  const child = fork(join(import.meta.dirname, "serve-pages.ts"), [folder, size], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { promise, resolve, reject } = Promise.withResolvers<PagesNode>();
  child.once("exit", () => reject(new Error("the bench's node ended before it listened")));
  child.on("message", (message: Omit<PagesNode, "pid"> | { step: string }) => {
    if ("url" in message) resolve({ ...message, pid: child.pid ?? 0 });
    else if (process.env.MINGBAI_BENCH_SAY === "1") process.stderr.write(`pages: ${message.step}\n`);
  });
  const node = await promise;
  child.unref();
  child.channel?.unref();
  // A process that has nothing left to do waits here until its node has put everything away.
  process.once("beforeExit", () => {
    child.ref();
    const ended = once(child, "exit");
    if (child.connected) child.disconnect();
    return ended;
  });
  return node;
}
