import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const patience = { timeout: 30_000, interval: 50 };
let folder = "";
let node: Server;
let keeper: ChildProcess;
let printed = "";

/** As much of a node as a bank needs to begin its books. */
function answer(path: string): object {
  const chain = "ab".repeat(32);
  const currency = { code: "CNY", decimals: 2 };
  if (path.startsWith("/api/queries/ledger.chain"))
    return { chain, name: "of a test", demo: true, reconstruction: false, currency, height: 1, timeMs: 1 };
  return { funds: [], suspenseMinor: 0, readAt: { height: 1, timeMs: 1 } };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-keeper-"));
  node = createServer((request, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer(request.url ?? "")));
  });
  await once(node.listen(0, "localhost"), "listening");
  const address = node.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const script = join(import.meta.dirname, "test-bank-keeper.ts");
  printed = "";
  keeper = spawn(process.execPath, ["--no-warnings", script, `http://localhost:${port}`, folder], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  keeper.stdout?.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
});
afterEach(async () => {
  keeper.kill("SIGKILL");
  node.closeAllConnections();
  node.close();
  await rm(folder, { recursive: true, force: true });
});

const banks = () => printed.split("\n").slice(0, -1).map(Number);

async function nextBank(count: number): Promise<number> {
  await vi.waitFor(() => expect(banks()).toHaveLength(count), patience);
  return banks()[count - 1] ?? 0;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // There is no such process.
    return false;
  }
}

describe("the bank beside a node", () => {
  it("is started again when it dies, and ends when the node is killed", async () => {
    const first = await nextBank(1);
    process.kill(first, "SIGKILL");
    const second = await nextBank(2);
    expect(isAlive(second)).toBe(true);
    keeper.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(second)).toBe(false), patience);
  });
});
