import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "@mingbai/sdk/client";

/** A running node of the bench, and how to reach and end it. */
export interface BenchNode {
  readonly client: Client;
  readonly pid: number;
  readonly folder: string;
  /** Hears how many blocks are durable, after each commit. */
  onDurable(listener: (blocks: number) => void): void;
  stop(): Promise<void>;
}

/** A new folder for a bench, on the disk that MINGBAI_BENCH_FOLDER names or where temporary files lie. */
export function makeBenchFolder(): Promise<string> {
  return mkdtemp(join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-bench-"));
}

/** serve-ledger: without tables and sessions. serve-lists: with both, and with contents. */
type BenchScript = "serve-ledger.ts" | "serve-lists.ts";

/** Starts a node in a process of its own; `stop` ends it, and removes its folder unless the caller gave one. */
export async function startLedger(
  options: { suppliers?: number; folder?: string; script?: BenchScript } = {},
): Promise<BenchNode> {
  const { suppliers = 0, script = "serve-ledger.ts" } = options;
  const folder = options.folder ?? (await makeBenchFolder());
  const child = fork(join(import.meta.dirname, script), [folder, String(suppliers)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [message] = (await Promise.race([once(child, "message"), once(child, "exit").then(failed)])) as [
    { url: string },
  ];
  return {
    client: createClient({ url: message.url }),
    pid: child.pid ?? 0,
    folder,
    onDurable: (listener) => void child.on("message", ({ blocks }: { blocks: number }) => listener(blocks)),
    async stop() {
      const ended = once(child, "exit");
      if (child.connected) child.disconnect();
      await ended;
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function failed(): never {
  throw new Error("the bench's node ended before it listened");
}
