import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Bare signature checks a second on all cores: what no ledger of individually signed transactions can pass. */
export async function signatureLimit(count: number): Promise<number> {
  const threads = availableParallelism();
  const each = Math.ceil(count / threads);
  const rates = await Promise.all(Array.from({ length: threads }, () => rateOf(each)));
  return rates.reduce((sum, rate) => sum + rate, 0);
}

function rateOf(count: number): Promise<number> {
  const worker = new Worker(new URL("./signature-worker.ts", import.meta.url), { workerData: count });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
