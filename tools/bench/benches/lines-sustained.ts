import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { envelopeBytesMax } from "@mingbai/ledger/transaction/envelope";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { actAs } from "@mingbai/sdk/actor";
import { payBatchName } from "@mingbai/treasury/schema";
import { defineBench } from "../define-bench.ts";
import { manager } from "../load/bench-people.ts";
import { percentile } from "../load/percentile.ts";
import { pooledClient } from "../load/pooled-client.ts";
import { type PreparedPayments, preparePayments } from "../load/prepare-payments.ts";
import { type BenchNode, startLedger } from "../load/start-ledger.ts";

const connections = 64;

interface Size {
  readonly lines: number;
  readonly batches: number;
  readonly linesPerSecond: number;
}

interface Prepared extends Size {
  readonly node: BenchNode;
  readonly payments: PreparedPayments;
  readonly database: Postgres;
  readonly databaseFolder: string;
  readonly projector: ChildProcess;
}

/**
 * 1,000,000 lines a second paced for a minute, with tables of blocks and batches kept beside: milliseconds of the
 * answers' 99th percentile, each from the moment when its batch was due. It writes 65 MB a second: a burst, not a way of life.
 */
export const bench = defineBench<Size, Prepared>({
  name: "lines.sustained",
  unit: "ms",
  rounds: 1,
  full: { lines: 8_192, batches: 7_325, linesPerSecond: 1_000_000 },
  small: { lines: 64, batches: 8, linesPerSecond: 10_000 },
  async prepare(size) {
    const node = await startLedger();
    const payments = await preparePayments(node.client, size);
    const databaseFolder = await mkdtemp(join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-sustained-"));
    const database = await startPostgres({ folder: databaseFolder, log: () => undefined });
    const script = join(import.meta.dirname, "../load/project-batches.ts");
    const projector = fork(script, [node.folder, database.connectionString], { execArgv: ["--no-warnings"] });
    await once(projector, "message");
    node.onDurable((blocks) => projector.connected && projector.send({ blocks }));
    return { ...size, node, payments, database, databaseFolder, projector };
  },
  async run({ node, payments, lines, linesPerSecond }) {
    const everyMs = (lines / linesPerSecond) * 1_000;
    const startMs = performance.now();
    const answerMs = await paced(node, payments, everyMs);
    const secondsHeld = (performance.now() - startMs) / 1_000;
    const details = {
      p50Ms: percentile(answerMs, 0.5),
      secondsHeld,
      linesPerSecond: (answerMs.length * lines) / secondsHeld,
    };
    return { figure: percentile(answerMs, 0.99), details };
  },
  peers: [],
  async close({ node, database, databaseFolder, projector }) {
    const ended = once(projector, "exit");
    projector.disconnect();
    await ended;
    await node.stop();
    await database.stop();
    await rm(databaseFolder, { recursive: true, force: true });
  },
});

/** Open model: each batch has its time, and is late from then on, whatever held it up. */
async function paced(node: BenchNode, payments: PreparedPayments, everyMs: number): Promise<number[]> {
  const sender = pooledClient(node.client.url, connections);
  const actor = await actAs(node.client, { ...manager, commands: {} });
  const source = payments.createSource();
  const startMs = performance.now();
  const answers: Promise<number>[] = [];
  const spares: Uint8Array<ArrayBuffer>[] = [];
  for (let batch = 0; batch < payments.batches; batch++) {
    const dueMs = startMs + batch * everyMs;
    const waitMs = dueMs - performance.now();
    if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const body = source.body(batch, payments.manifestOf(batch));
    const memory = spares.pop() ?? new Uint8Array(envelopeBytesMax);
    const { bytes } = await actor.signPayments(payBatchName, body, { knownHash: payments.digestOf(batch), memory });
    answers.push(
      sender.submit(bytes).then(([answer]) => {
        if (answer?.refused !== undefined) throw new Error(`batch ${batch}: ${answer.refused}`);
        spares.push(memory);
        return performance.now() - dueMs;
      }),
    );
  }
  const answerMs = await Promise.all(answers);
  await sender.close();
  return answerMs;
}
