import { fork } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { statusView } from "@mingbai/http/explorer-views";
import type { Client } from "@mingbai/sdk/client";
import { defineBench } from "../define-bench.ts";
import { numberOf } from "../load/bench-people.ts";
import { fundOffice } from "../load/prepare-payments.ts";
import { findOffspring, measureProcess, type ProcessUse } from "../load/process-use.ts";
import { makeBenchFolder, startLedger } from "../load/start-ledger.ts";

interface Paid {
  readonly totalMs: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly use: ProcessUse;
}

/** How many lines of the file are gathered before they are written. */
const linesAtOnce = 10_000;

/**
 * Seconds from the bytes of a CSV to the file with the ledger's result of each row: read, checked, cut into batches, their
 * texts kept sealed by the node, proposed, approved by two, signed, sent over HTTP, durable, and in the tables. Client and node are
 * processes of their own; details say how long each stage took, and processor time and peak memory of each process.
 */
export const bench = defineBench<number, number>({
  name: "disburse.million",
  unit: "s",
  rounds: 3,
  full: 1_000_000,
  small: 1_000,
  prepare: async (rows) => rows,
  run: payList,
  peers: [],
});

/** A round on a node of its own: memory that another round has taken would count as this one's. */
export async function payList(rows: number) {
  const folder = await makeBenchFolder();
  const node = await startLedger({ script: "serve-lists.ts", folder: join(folder, "node") });
  try {
    await fundOffice(node.client, rows);
    await tablesRead(node.client);
    const csv = join(folder, "list.csv");
    await writeCsv(csv, rows);
    const before = await measureNode(node.pid);
    const paid = await runClient([node.client.url, csv, join(folder, "result.csv")]);
    const after = await measureNode(node.pid);
    const details = {
      ...paid.stages,
      clientSeconds: paid.use.seconds,
      nodeSeconds: after.node.seconds - before.node.seconds,
      projectorSeconds: after.projector.seconds - before.projector.seconds,
      databaseSeconds: after.database.seconds - before.database.seconds,
      clientPeakMib: paid.use.peakMib,
      nodePeakMib: after.node.peakMib,
      projectorPeakMib: after.projector.peakMib,
    };
    return { figure: paid.totalMs / 1_000, details };
  } finally {
    await node.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const pollMs = 50;

/** Opening the accounts is no part of the figure. */
async function tablesRead(client: Client): Promise<void> {
  while ((await client.ask(statusView, {})).readModel.behindBlocks > 0)
    await new Promise((next) => setTimeout(next, pollMs));
}

/** One row a person: name, account, amount, purpose, reference; no two people share an account. */
async function writeCsv(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write("姓名,账本账号,金额,用途,编号\n");
  for (let from = 0; from < rows; from += linesAtOnce) {
    const count = Math.min(linesAtOnce, rows - from);
    const lines = Array.from({ length: count }, (_, at) => lineOf(from + at));
    if (!file.write(lines.join(""))) await once(file, "drain");
  }
  await finished(file.end());
}

function lineOf(index: number): string {
  return `卢桂枝,${numberOf(`payee ${index}`)},${1 + (index % 480)}.50,取暖救助 ${index % 12} 月,JZ-${index}\n`;
}

async function runClient(given: readonly string[]): Promise<Paid> {
  const child = fork(join(import.meta.dirname, "../load/pay-million.ts"), [...given]);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the client ended with ${code} before it had paid`);
  });
  const [paid] = (await Promise.race([once(child, "message"), ended])) as [Paid];
  return paid;
}

async function measureNode(pid: number) {
  const offspring = await findOffspring(pid);
  const named = (part: string) => offspring.filter(({ command }) => command.includes(part)).map((one) => one.pid);
  const sum = async (pids: readonly number[]): Promise<ProcessUse> => {
    const uses = await Promise.all(pids.map(measureProcess));
    return uses.reduce(
      (all, { seconds, peakMib }) => ({ seconds: all.seconds + seconds, peakMib: all.peakMib + peakMib }),
      { seconds: 0, peakMib: 0 },
    );
  };
  return {
    node: await measureProcess(pid),
    projector: await sum(named("projector/main.ts")),
    database: await sum(named("postgres")),
  };
}
