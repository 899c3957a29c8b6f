import {
  type PayLinesPrepared,
  preparePayLines,
  runPayLines,
} from "../../../packages/domains/treasury/money-store/pay-lines.bench.ts";
import { defineBench } from "../define-bench.ts";

type Size = Parameters<typeof preparePayLines>[0];

/** Payment lines looked up and credited per second by the money store alone, on one thread, in memory. */
export const bench = defineBench<Size, PayLinesPrepared>({
  name: "pay.lines",
  unit: "lines/s",
  rounds: 5,
  full: { accounts: 100_000, batches: 200 },
  small: { accounts: 1_000, batches: 2 },
  prepare: async (size) => preparePayLines(size),
  run: async (prepared) => runPayLines(prepared),
  peers: [],
});
