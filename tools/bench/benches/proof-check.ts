import { defineBench } from "../define-bench.ts";
import { percentile } from "../load/percentile.ts";
import {
  checkReceipts,
  closeProofLedger,
  makeReceipts,
  openProofLedger,
  type ProofLedger,
  proofSizes,
} from "../load/proof-ledger.ts";

const receipts = 200;

/** Median milliseconds to check one line's receipt offline: its text, two signatures, every hash. */
export const bench = defineBench<typeof proofSizes.full, ProofLedger & { readonly texts: readonly string[] }>({
  name: "proof.check",
  unit: "ms",
  rounds: 3,
  ...proofSizes,
  async prepare(size) {
    const ledger = await openProofLedger(size);
    return { ...ledger, texts: (await makeReceipts(ledger, receipts)).texts };
  },
  async run({ texts, trust }) {
    const tookMs = checkReceipts(texts, trust);
    return { figure: percentile(tookMs, 0.5), details: { p99Ms: percentile(tookMs, 0.99) } };
  },
  peers: [],
  close: closeProofLedger,
});
