import { defineBench } from "../define-bench.ts";
import { measurePayments } from "./lines-e2e.ts";

const lines = 128;
const linesFull = 8_192;

interface Size {
  readonly batches: number;
  readonly fullBatches: number;
}

/** As `lines.e2e` with 128 lines a signature; its peer is the same with 8,192. */
export const bench = defineBench<Size, Size>({
  name: "lines.per_signature_128",
  unit: "lines/s",
  rounds: 3,
  full: { batches: 16_384, fullBatches: 600 },
  small: { batches: 8, fullBatches: 1 },
  prepare: async (size) => size,
  run: ({ batches }) => measurePayments({ lines, batches }),
  peers: [
    {
      name: "lines.e2e",
      run: async ({ fullBatches }) => (await measurePayments({ lines: linesFull, batches: fullBatches })).figure,
    },
  ],
});
