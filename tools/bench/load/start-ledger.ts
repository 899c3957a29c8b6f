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
  stop(): Promise<void>;
}

/** Starts a node in a process of its own on a new folder; `stop` ends it and removes the folder. */
export async function startLedger({ suppliers = 0 }: { suppliers?: number } = {}): Promise<BenchNode> {
  const folder = await mkdtemp(join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-bench-"));
  const child = fork(join(import.meta.dirname, "serve-ledger.ts"), [folder, String(suppliers)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [message] = (await Promise.race([once(child, "message"), once(child, "exit").then(failed)])) as [
    { url: string },
  ];
  return {
    client: createClient({ url: message.url }),
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, "exit");
      if (child.connected) child.disconnect();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function failed(): never {
  throw new Error("the bench's node ended before it listened");
}
