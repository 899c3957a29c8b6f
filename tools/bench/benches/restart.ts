import { readFile } from "node:fs/promises";
import { defineBench } from "../define-bench.ts";
import { type FilledLedger, fillLedger } from "../load/fill-ledger.ts";
import { startLedger } from "../load/start-ledger.ts";

interface Size {
  readonly lines: number;
  readonly batches: number;
}

/** Milliseconds from starting the process to answering, on a ledger of 10 M payment lines and 100,000 accounts. */
export const bench = defineBench<Size, FilledLedger>({
  name: "restart",
  unit: "ms",
  rounds: 3,
  full: { lines: 8_192, batches: 1_221 },
  small: { lines: 64, batches: 4 },
  prepare: fillLedger,
  async run({ folder }) {
    const startMs = performance.now();
    const node = await startLedger({ folder });
    const figure = performance.now() - startMs;
    const residentMb = await residentMegabytes(node.pid);
    await node.stop();
    return { figure, details: { residentMb } };
  },
  peers: [],
  close: (ledger) => ledger.remove(),
});

/** The most memory that a process has held, from /proc; 0 where there is no such file. */
async function residentMegabytes(pid: number): Promise<number> {
  if (process.platform !== "linux") return 0;
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024;
}
