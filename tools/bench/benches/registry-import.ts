import { fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { defineBench } from "../define-bench.ts";
import { writeHouseholdList } from "../load/household-list.ts";
import { findOffspring, measureProcess, type ProcessUse } from "../load/process-use.ts";
import { makeBenchFolder, startLedger } from "../load/start-ledger.ts";

interface Imported {
  readonly totalMs: number;
  readonly projectMs: number;
  readonly opened: number;
  readonly people: number;
  readonly use: ProcessUse;
}

/**
 * Seconds from the bytes of a CSV to household files: mapping guessed, every cell read and checked, compared with what is known, parts
 * sealed by the node, commands signed, sent over HTTP and durable. Client and node are processes of their own; details say how
 * long the tables took behind it, and processor time and peak memory of each process.
 */
export const bench = defineBench<number, number>({
  name: "registry.import",
  unit: "s",
  rounds: 1,
  full: 100_000,
  small: 300,
  prepare: async (households) => households,
  run: importList,
  peers: [],
});

async function importList(households: number) {
  const folder = await makeBenchFolder();
  const node = await startLedger({ script: "serve-lists.ts", folder: join(folder, "node") });
  try {
    const path = join(folder, "list.csv");
    const file = openSync(path, "w");
    writeHouseholdList(file, households);
    closeSync(file);
    const { totalMs, projectMs, opened, people, use } = await runClient([node.client.url, path]);
    if (opened !== households) throw new Error(`${opened} of ${households} households were opened`);
    const own = await measureProcess(node.pid);
    const projectors = (await findOffspring(node.pid)).filter(({ command }) => command.includes("projector/main.ts"));
    const projector = await measureProcess(projectors[0]?.pid ?? 0);
    const details = {
      people,
      behindSeconds: projectMs / 1_000,
      clientSeconds: use.seconds,
      clientPeakMib: use.peakMib,
      nodeSeconds: own.seconds,
      nodePeakMib: own.peakMib,
      projectorSeconds: projector.seconds,
      projectorPeakMib: projector.peakMib,
    };
    return { figure: totalMs / 1_000, details };
  } finally {
    await node.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runClient(given: readonly string[]): Promise<Imported> {
  const child = fork(join(import.meta.dirname, "../load/import-list.ts"), [...given]);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the client ended with ${code} before it had imported`);
  });
  const [imported] = (await Promise.race([once(child, "message"), ended])) as [Imported];
  return imported;
}
