import { fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Measured } from "../define-bench.ts";
import { findOffspring, measureProcess, type ProcessUse } from "./process-use.ts";
import { makeBenchFolder, startLedger } from "./start-ledger.ts";

interface Imported {
  readonly openMs: number;
  readonly totalMs: number;
  readonly projectMs: number;
  readonly opened: number;
  readonly people: number;
  readonly use: ProcessUse;
}

/** Imports a list of so many households at a node of its own: seconds until all are durable, and what that took. */
export async function measureImport(households: number, writeList: (path: string) => Promise<void>): Promise<Measured> {
  const folder = await makeBenchFolder();
  const path = join(folder, "list");
  await writeList(path);
  const node = await startLedger({ script: "serve-lists.ts", folder: join(folder, "node") });
  try {
    const { openMs, totalMs, projectMs, opened, people, use } = await runClient([node.client.url, path]);
    if (opened !== households) throw new Error(`${opened} of ${households} households were opened`);
    const own = await measureProcess(node.pid);
    const projectors = (await findOffspring(node.pid)).filter(({ command }) => command.includes("projector/main.ts"));
    const projector = await measureProcess(projectors[0]?.pid ?? 0);
    const details = {
      people,
      openSeconds: openMs / 1_000,
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
  const child = fork(join(import.meta.dirname, "import-list.ts"), [...given]);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the client ended with ${code} before it had imported`);
  });
  const [imported] = (await Promise.race([once(child, "message"), ended])) as [Imported];
  return imported;
}
