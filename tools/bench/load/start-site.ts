import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import type { PagesSize } from "./pages-plan.ts";
import { seedPages } from "./seed-pages.ts";
import { makeBenchFolder } from "./start-ledger.ts";

/** What `npm start` runs, on a district of this size, with its built pages and all tables read. */
export interface Site {
  readonly url: string;
  stop(): Promise<void>;
}

const main = join(import.meta.dirname, "../../../apps/node/main.ts");
const readAgainMs = 50;

export async function startSite(size: PagesSize): Promise<Site> {
  const folder = await makeBenchFolder();
  const data = join(folder, "node");
  const onFatal = (error: Error): never => {
    throw error;
  };
  const { ledger } = await seedPages(data, size, { say: () => undefined, onFatal });
  await ledger.close();
  // This district has no household files: no department of the demo's county works beside it.
  const args = [main, "--port", "0", "--data", data, "--households", "0"];
  const node = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = await addressOf(node);
  while (await isBehind(url)) await setTimeout(readAgainMs);
  return {
    url,
    async stop() {
      const ended = once(node, "exit");
      node.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the line of the start that names the address. */
async function addressOf(node: ChildProcess): Promise<string> {
  if (node.stdout === null) throw new Error("the node's output is not connected");
  const lines = createInterface({ input: node.stdout });
  for await (const line of lines) {
    const url = /Mingbai\s+(http:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    // What it says later must be read by somebody, or it would wait for that.
    node.stdout.resume();
    return url;
  }
  throw new Error("the node ended before it listened");
}

async function isBehind(url: string): Promise<boolean> {
  const health = await (await fetch(`${url}/health`)).json();
  return health.readModelBehind > 0;
}
