import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lineBytes } from "@mingbai/ledger/transaction/body";
import { getCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import type { CometPlace } from "@mingbai/sequencer/cometbft/comet-place";
import { freePorts, writeTestHomes } from "@mingbai/sequencer/cometbft/test-homes";
import { Pool } from "undici";
import { makeBenchFolder } from "../load/start-ledger.ts";

/** Transactions on their way at once: more, and a mempool of CometBFT's usual size refuses some. */
const inFlight = 64;
const pollMs = 20;
/** A block that holds some forty batches. CometBFT's usual limit. */
const blockBytesMax = 22_020_096;

/**
 * Payment lines a second through CometBFT's own key-value store on as many validators: transactions of the same size with
 * their payload inside, by its usual mempool and RPC, in blocks; nothing is checked, summed or proved. Until the last is committed.
 */
export async function cometKvstore({ members, lines, batches }: { members: number; lines: number; batches: number }) {
  const folder = await makeBenchFolder();
  const rpcPorts = await freePorts(members);
  const places = await writeTestHomes({ folder, validators: members, ports: await freePorts(members), rpcPorts });
  await Promise.all(places.map(asKvstore));
  const children = await Promise.all(places.map(start));
  const pools = rpcPorts.map((port) => new Pool(`http://127.0.0.1:${port}`, { connections: inFlight }));
  try {
    await Promise.all(pools.map((pool) => until(async () => (await heightOf(pool)) > 0)));
    const startMs = performance.now();
    let next = 0;
    const send = async (): Promise<void> => {
      for (let batch = next++; batch < batches; batch = next++) {
        await broadcast(pools[batch % pools.length], payload(batch, lines * lineBytes));
      }
    };
    await Promise.all(Array.from({ length: inFlight }, send));
    await Promise.all(pools.map((pool) => until(counter(pool, batches))));
    return (lines * batches) / ((performance.now() - startMs) / 1_000);
  } finally {
    await Promise.all(pools.map((pool) => pool.destroy()));
    await Promise.all(children.map(stop));
    await rm(folder, { recursive: true, force: true });
  }
}

/** The product's settings, but for what makes the application and the mempool CometBFT's own. */
async function asKvstore({ home }: CometPlace): Promise<void> {
  const configPath = join(home, "config/config.toml");
  const config = await readFile(configPath, "utf8");
  const own = config
    .replace(/^proxy_app = .*$/m, 'proxy_app = "kvstore"')
    .replace(/^type = "app"$/m, 'type = "flood"')
    .replace(/^broadcast = false$/m, "broadcast = true");
  await writeFile(configPath, own);
  const genesisPath = join(home, "config/genesis.json");
  const genesis = JSON.parse(await readFile(genesisPath, "utf8"));
  genesis.consensus_params.block.max_bytes = String(blockBytesMax);
  genesis.app_hash = "";
  await writeFile(genesisPath, JSON.stringify(genesis));
}

async function start({ home, socketFolder }: CometPlace): Promise<ChildProcess> {
  return spawn(await getCometBinary(), ["start", "--home", home], {
    cwd: socketFolder,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** key=value, as the store wants it, with a value of this many bytes less the key's. */
function payload(batch: number, bytes: number): string {
  const key = `${batch}=`;
  return Buffer.from(key.padEnd(bytes, "x")).toString("base64");
}

async function broadcast(pool: Pool | undefined, tx: string): Promise<void> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "broadcast_tx_sync", params: { tx } });
  for (;;) {
    const answer = await ask(pool, { method: "POST", path: "/", body });
    if (answer.error === undefined && answer.result?.code === 0) return;
    // Its mempool is full: as its users do, wait and send again.
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

interface RpcAnswer {
  readonly error?: unknown;
  readonly result?: {
    readonly code?: number;
    readonly sync_info?: { readonly latest_block_height: string };
    readonly block_metas?: readonly { readonly num_txs: string }[];
  };
}

async function ask(
  pool: Pool | undefined,
  request: { method: "GET" | "POST"; path: string; body?: string },
): Promise<RpcAnswer> {
  if (pool === undefined) throw new RangeError("no validator to ask");
  const { body } = await pool.request({ headers: { "content-type": "application/json" }, ...request });
  return (await body.json()) as RpcAnswer;
}

async function heightOf(pool: Pool): Promise<number> {
  const answer = await ask(pool, { method: "GET", path: "/status" }).catch(() => undefined);
  return Number(answer?.result?.sync_info?.latest_block_height ?? 0);
}

/** Whether a validator has committed so many transactions; counts on from the blocks that it saw before. */
function counter(pool: Pool, wanted: number): () => Promise<boolean> {
  let height = 0;
  let count = 0;
  return async () => {
    const last = await heightOf(pool);
    while (height < last) {
      const to = Math.min(last, height + 20);
      const { result } = await ask(pool, {
        method: "GET",
        path: `/blockchain?minHeight=${height + 1}&maxHeight=${to}`,
      });
      count += (result?.block_metas ?? []).reduce((sum, { num_txs }) => sum + Number(num_txs), 0);
      height = to;
    }
    return count >= wanted;
  };
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, pollMs));
}
