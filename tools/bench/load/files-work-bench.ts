import { type Bench, defineBench } from "../define-bench.ts";
import { type FileWorker, fileWorkers, workTimes } from "./file-workers.ts";
import { filesSizes, type PagesSize } from "./pages-plan.ts";
import { percentile } from "./percentile.ts";
import { sharedPages } from "./start-pages.ts";

interface Prepared {
  readonly size: PagesSize;
  readonly workers: readonly FileWorker[];
}

/** 32 people who do one thing with files of their own again and again, at 100,000 files: a percentile in milliseconds. */
export function filesWorkBench(
  name: string,
  share: number,
  act: (worker: FileWorker, household: string, number: number) => Promise<void>,
): Bench {
  return defineBench<PagesSize, Prepared>({
    name,
    unit: "ms",
    rounds: 3,
    ...filesSizes,
    async prepare(size) {
      const { url } = await sharedPages(size);
      return { size, workers: await fileWorkers(url, size.readers) };
    },
    async run({ size, workers }) {
      const tookMs = await workTimes(workers, size.requests, act);
      const details = {
        p50Ms: percentile(tookMs, 0.5),
        p95Ms: percentile(tookMs, 0.95),
        p99Ms: percentile(tookMs, 0.99),
      };
      return { figure: percentile(tookMs, share), details };
    },
    peers: [],
  });
}
