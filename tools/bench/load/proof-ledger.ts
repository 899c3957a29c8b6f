import { findLeaf } from "@mingbai/ledger/execute/leaf";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { formatReceipt } from "@mingbai/sdk/receipt";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { makeReceipt } from "../../../apps/node/answers/make-receipt.ts";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { findGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { type OpenLedger, openLedger } from "../../../apps/node/open-ledger.ts";
import { benchSecret } from "./bench-people.ts";
import { type FilledLedger, fillLedger } from "./fill-ledger.ts";

/** A log at rest, opened, with the places of its batches. */
export interface ProofLedger {
  readonly filled: FilledLedger;
  readonly ledger: OpenLedger;
  readonly batches: readonly { logIndex: number; lines: number }[];
  readonly trust: { readonly pinnedKeys: readonly string[] };
}

export const proofSizes = { full: { lines: 8_192, batches: 12_208 }, small: { lines: 128, batches: 4 } };

/** Pays 100 M lines, stops, and opens the ledger in this process. */
export async function openProofLedger(size: { lines: number; batches: number }): Promise<ProofLedger> {
  const filled = await fillLedger(size);
  const folder = dataFolder(filled.folder);
  const genesis = await findGenesis(folder.genesis);
  if (genesis === undefined) throw new Error("the bench's ledger has no genesis");
  const keys = await deriveNodeKeys(benchSecret);
  const ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, onFatal: rethrow });
  return {
    filled,
    ledger,
    batches: await findBatches(ledger),
    trust: { pinnedKeys: [formatVkey(ledger.published.key)] },
  };
}

export async function closeProofLedger({ ledger, filled }: ProofLedger): Promise<void> {
  await ledger.close();
  await filled.remove();
}

/** Receipts of `count` lines spread over the whole log, with the milliseconds that each took. */
export async function makeReceipts(
  { ledger, batches }: ProofLedger,
  count: number,
): Promise<{ texts: string[]; tookMs: number[] }> {
  const texts: string[] = [];
  const tookMs: number[] = [];
  for (let number = 0; number < count; number++) {
    const batch = batches[(number * 7_919) % batches.length];
    if (batch === undefined) throw new Error("the bench's ledger has no batches");
    const startMs = performance.now();
    const receipt = await makeReceipt(ledger, { logIndex: batch.logIndex, line: (number * 31) % batch.lines });
    tookMs.push(performance.now() - startMs);
    if (typeof receipt === "string") throw new Error(receipt);
    texts.push(formatReceipt(receipt));
  }
  return { texts, tookMs };
}

/** Milliseconds that checking each receipt took, all of it: text, signatures, hashes. */
export function checkReceipts(texts: readonly string[], trust: ProofLedger["trust"]): number[] {
  return texts.map((text) => {
    const startMs = performance.now();
    if (!verifyReceipt(text, trust).ok) throw new Error("a good receipt was refused");
    return performance.now() - startMs;
  });
}

async function findBatches({ chain }: OpenLedger): Promise<ProofLedger["batches"]> {
  const batches: { logIndex: number; lines: number }[] = [];
  for await (const { record } of chain.blocksFromLogSize(0)) {
    const first = record.logSize - record.outcomes.length;
    record.outcomes.forEach(({ leaf }, index) => {
      const units = findLeaf(leaf)?.units ?? 0;
      if (units > 1) batches.push({ logIndex: first + index, lines: units });
    });
  }
  return batches;
}

function rethrow(error: Error): never {
  throw error;
}
