import { defineBench } from "../define-bench.ts";
import { percentile } from "../load/percentile.ts";
import { closeProofLedger, makeReceipts, openProofLedger, type ProofLedger, proofSizes } from "../load/proof-ledger.ts";

const receipts = 200;

/** Median milliseconds to make one line's receipt in a log of 100 M lines, read from the disk. */
export const bench = defineBench<typeof proofSizes.full, ProofLedger>({
  name: "proof.make",
  unit: "ms",
  rounds: 3,
  ...proofSizes,
  prepare: openProofLedger,
  async run(ledger) {
    const { tookMs } = await makeReceipts(ledger, receipts);
    return { figure: percentile(tookMs, 0.5), details: { p99Ms: percentile(tookMs, 0.99) } };
  },
  peers: [],
  close: closeProofLedger,
});
